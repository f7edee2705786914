/** HTML as text, safe by construction: what is put into a template is text unless it was made here. */

/** HTML that is well formed already. */
export class Markup {
  constructor(readonly text: string) {}
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** No page may hold these, escaped or not (HTML standard, "preprocessing the input stream"); nor half a character. */
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|\p{Cs}/gu;

/** Text as content of an element or, in quotes, of an attribute. */
export const escapeText = (text: string): string => text.replace(UNWRITABLE, '').replace(/[&<>"']/g, (sign) => SIGNS[sign] as string);

type Value = Markup | string | number | readonly Value[] | undefined;

const render = (value: Value): string => {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(render).join('');
  return escapeText(String(value));
};

/** A template: everything in it but Markup is escaped. Attributes must stand in double quotes. */
export const markup = (strings: TemplateStringsArray, ...values: readonly Value[]): Markup =>
  new Markup(strings.reduce((text, part, at) => text + render(values[at - 1]) + part));

/**
 * Data in a page, for crawlers. A browser does not run it, so a strict policy allows it; but it reads on until it sees
 * `</script`, hence no `<` stands in it.
 */
export const jsonLd = (value: unknown): Markup =>
  new Markup(
    `<script type="application/ld+json">${JSON.stringify(value)
      .replace(UNWRITABLE, '')
      .replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}</script>`,
  );
