/** Numbers from 0 as printable ASCII without quotes, backslashes or spaces: small ones take one character. */

/** Half of the signs end a number, the other half say that it goes on. */
const BASE = 43;
const FIRST = 40;
const BACKSLASH = 92;
const INSTEAD = 126;

export function packNumbers(numbers: readonly number[]): string {
  const sign = (digit: number): string => {
    const code = digit + FIRST;
    return String.fromCharCode(code === BACKSLASH ? INSTEAD : code);
  };
  return numbers.map((number) => {
    let text = sign(number % BASE);
    for (let rest = Math.floor(number / BASE); rest > 0; rest = Math.floor(rest / BASE)) text = sign(BASE + (rest % BASE)) + text;
    return text;
  }).join('');
}

export function unpackNumbers(text: string): readonly number[] {
  const numbers: number[] = [];
  let number = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = (code === INSTEAD ? BACKSLASH : code) - FIRST;
    number = number * BASE + (digit % BASE);
    if (digit < BASE) {
      numbers.push(number);
      number = 0;
    }
  }
  return numbers;
}
