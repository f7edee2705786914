/** JSON as departments write it. */

/** Line breaks and tabs within strings, escaped. Goes through the text once. */
const escapeControls = (text: string): string => {
  let result = '';
  let kept = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) inString = !inString;
    else if (code === 92) at++;
    else if (inString && code < 32) {
      result += `${text.slice(kept, at)}\\u${code.toString(16).padStart(4, '0')}`;
      kept = at + 1;
    }
  }
  return result + text.slice(kept);
};

/** A text's value; line breaks and tabs within strings are forgiven. undefined: it is no JSON. */
export function parseLenient(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    try {
      return JSON.parse(escapeControls(text)) as unknown;
    } catch {
      return undefined;
    }
  }
}
