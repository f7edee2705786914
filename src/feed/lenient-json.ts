/** JSON as departments write it. */

const escapeControls = (text: string): string =>
  text.replace(/[\u0000-\u001f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A text's value; line breaks and tabs within strings are forgiven. undefined: it is no JSON. */
export const parseLenient = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    try {
      return JSON.parse(text.replace(/"(?:[^"\\]|\\[^])*"/g, escapeControls)) as unknown;
    } catch {
      return undefined;
    }
  }
};
