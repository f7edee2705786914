// @ts-check
// A font of blocks, made here: every letter is a bar half as wide as it is high, every Chinese character a square. With
// it a screenshot shows colours, spacing, borders and where lines break, and is the same on a machine with other fonts.

/** Units of the em square. */
const EM = 1000;
const ASCENT = 880;
const DESCENT = -120;

/** Width in units, and the block's left, bottom, right and top. @type {readonly { advance: number, box?: readonly [number, number, number, number] }[]} */
const GLYPHS = [
  { advance: 1000, box: [60, -60, 940, 740] },
  { advance: 500, box: [50, 0, 450, 700] },
  { advance: 1000, box: [60, -60, 940, 740] },
  { advance: 500 },
  { advance: 1000 },
];

/** From, to, glyph. What lies before U+2E80 is half as wide as the rest. @type {readonly (readonly [number, number, number])[]} */
const CHARACTERS = [
  [0x20, 0x20, 3],
  [0x21, 0x9f, 1],
  [0xa0, 0xa0, 3],
  [0xa1, 0x2e7f, 1],
  [0x2e80, 0x2fff, 2],
  [0x3000, 0x3000, 4],
  [0x3001, 0xd7ff, 2],
  [0xe000, 0x10ffff, 2],
];

/** Big-endian numbers: `u` unsigned, `i` signed, with their bits. @typedef {readonly ['u16' | 'i16' | 'u32', ...number[]]} Numbers */

/** @param {...Numbers} lists */
function bytes(...lists) {
  return Buffer.concat(
    lists.map(([type, ...values]) => {
      const size = type === 'u32' ? 4 : 2;
      const part = Buffer.alloc(size * values.length);
      values.forEach((value, at) => (type === 'u32' ? part.writeUInt32BE(value, 4 * at) : type === 'u16' ? part.writeUInt16BE(value, 2 * at) : part.writeInt16BE(value, 2 * at)));
      return part;
    }),
  );
}

/** One rectangle, clockwise, its points as differences. @param {readonly [number, number, number, number]} box */
function outline([left, bottom, right, top]) {
  const flags = Buffer.from([1, 1, 1, 1]);
  return Buffer.concat([
    bytes(['i16', 1, left, bottom, right, top], ['u16', 3, 0]),
    flags,
    bytes(['i16', left, 0, right - left, 0], ['i16', bottom, top - bottom, 0, bottom - top]),
  ]);
}

/** `name`: OpenType wants the family, style, full and PostScript names. */
function names() {
  const texts = [[1, 'sgs blocks'], [2, 'Regular'], [3, 'sgs blocks 1'], [4, 'sgs blocks'], [6, 'sgs-blocks']].map(([id, text]) => ({ id: Number(id), text: Buffer.from(String(text), 'utf16le').swap16() }));
  let offset = 0;
  const rows = texts.map(({ id, text }) => {
    const row = bytes(['u16', 3, 1, 0x409, id, text.length, offset]);
    offset += text.length;
    return row;
  });
  return Buffer.concat([bytes(['u16', 0, texts.length, 6 + 12 * texts.length]), ...rows, ...texts.map(({ text }) => text)]);
}

/** @returns {Buffer} a TrueType font */
export function blocksFont() {
  const outlines = GLYPHS.map(({ box }) => (box ? outline(box) : Buffer.alloc(0)));
  const starts = outlines.reduce((all, glyph) => [...all, (all.at(-1) ?? 0) + glyph.length], [0]);
  /** @type {Record<string, Buffer>} */
  const tables = {
    'OS/2': Buffer.concat([
      bytes(['u16', 4], ['i16', 800], ['u16', 400, 5, 0], ['i16', 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0]),
      Buffer.alloc(10),
      bytes(['u32', 0, 0, 0, 0]),
      Buffer.from('sgs '),
      bytes(['u16', 0x40, 0x20, 0xffff], ['i16', ASCENT, DESCENT, 0], ['u16', ASCENT, -DESCENT], ['u32', 0, 0], ['i16', 500, 700], ['u16', 0, 0x20, 1]),
    ]),
    cmap: bytes(
      ['u16', 0, 1, 3, 10], ['u32', 12],
      // Format 13: many characters, one glyph.
      ['u16', 13, 0], ['u32', 16 + 12 * CHARACTERS.length, 0, CHARACTERS.length, ...CHARACTERS.flat()],
    ),
    glyf: Buffer.concat(outlines),
    head: bytes(['u32', 0x10000, 0x10000, 0, 0x5f0f3cf5], ['u16', 3, EM], ['u32', 0, 0, 0, 0], ['i16', 50, -60, 940, 740], ['u16', 0, 8], ['i16', 2, 0, 0]),
    hhea: bytes(['u32', 0x10000], ['i16', ASCENT, DESCENT, 0], ['u16', 1000], ['i16', 50, 50, 940, 1, 0, 0, 0, 0, 0, 0, 0], ['u16', GLYPHS.length]),
    hmtx: Buffer.concat(GLYPHS.map(({ advance, box }) => bytes(['u16', advance], ['i16', box?.[0] ?? 0]))),
    loca: bytes(['u16', ...starts.map((start) => start / 2)]),
    maxp: bytes(['u32', 0x10000], ['u16', GLYPHS.length, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]),
    name: names(),
    post: bytes(['u32', 0x30000, 0], ['i16', -75, 50], ['u32', 0, 0, 0, 0, 0]),
  };
  const entries = Object.entries(tables);
  let offset = 12 + 16 * entries.length;
  /** @param {Buffer} table */
  const padded = (table) => Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
  const directory = entries.map(([tag, table]) => {
    const whole = padded(table);
    let sum = 0;
    for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
    const row = Buffer.concat([Buffer.from(tag), bytes(['u32', sum, offset, table.length])]);
    offset += whole.length;
    return row;
  });
  return Buffer.concat([bytes(['u32', 0x10000], ['u16', entries.length, 128, 3, 16 * entries.length - 128]), ...directory, ...entries.map(([, table]) => padded(table))]);
}
