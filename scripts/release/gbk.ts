// A page as the sites have it that began before UTF-8. Node reads GBK but does not write it.

let table: ReadonlyMap<string, readonly [number, number]> | undefined;

/** Character → its two bytes, from what the decoder says of each pair (GB 18030, its two-byte part). */
function makeTable(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const result = new Map<string, readonly [number, number]>();
  for (let first = 0x81; first < 0xff; first++) {
    for (let second = 0x40; second < 0xff; second++) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if (second !== 0x7f && character.length === 1) result.set(character, [first, second]);
    }
  }
  return result;
}

/** @throws where a character is not in GBK */
export const gbkOf = (text: string): Uint8Array => Uint8Array.from([...text].flatMap((character) => {
  if (character <= '\x7f') return [character.charCodeAt(0)];
  const bytes = (table ??= makeTable()).get(character);
  if (!bytes) throw new Error(`${character} is not in GBK`);
  return bytes;
}));
