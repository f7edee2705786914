/** Traditional and simplified characters as one. */
import { unpackNumbers } from './numbers.js';
import { SIMPLIFIED } from './simplified-table.js';

interface Variants {
  /** Traditional → simplified. */
  readonly simplified: ReadonlyMap<string, string>;
  /** Simplified → every variant, itself first. */
  readonly all: ReadonlyMap<string, string>;
}

let variants: Variants | undefined;

function unpack(): Variants {
  const simplified = new Map<string, string>();
  const all = new Map<string, string>();
  const numbers = unpackNumbers(SIMPLIFIED);
  let code = 0;
  for (let at = 0; at < numbers.length; at += 2) {
    code += numbers[at] as number;
    const step = numbers[at + 1] as number;
    const from = String.fromCharCode(code);
    const to = String.fromCharCode(code + (step % 2 ? -(step + 1) / 2 : step / 2));
    simplified.set(from, to);
    all.set(to, (all.get(to) ?? to) + from);
  }
  return { simplified, all };
}

/** A text with its traditional characters simplified, one for one; characters beyond the BMP stay. */
export function simplify(text: string): string {
  const { simplified } = (variants ??= unpack());
  return text.replace(/[^\0-\x7f]/g, (character) => simplified.get(character) ?? character);
}

/** Every variant of a simplified character, itself first. */
export function variantsOf(character: string): string {
  return (variants ??= unpack()).all.get(character) ?? character;
}
