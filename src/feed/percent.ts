/** Percent-encoded characters in an address or a text: a name is a name in them, too. */

const ENCODED = /%[0-9a-f]{2}/i;

export const isEncoded = (value: unknown): boolean => typeof value === 'string' && value.includes('%') && ENCODED.test(value);

const ENCODED_RUN = /(?:%[0-9a-f]{2})+/gi;

/** A run as UTF-8, else as GBK, in which many departments name their files. */
function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    const bytes = Uint8Array.from(run.slice(1).split('%'), (hex) => parseInt(hex, 16));
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The text as it is read. */
export const decodePercent = (text: string): string => text.replace(ENCODED_RUN, decodeRun);

type Clean = (text: string, office?: boolean) => string;

/** Cleans what is encoded as it is read; what holds nothing to hide stays as it stands. */
export const withEncoded = (clean: Clean): Clean => (text, office) => {
  if (!isEncoded(text)) return clean(text, office);
  const read = decodePercent(text);
  const plain = clean(read, office);
  return plain === read ? clean(text, office) : plain;
};
