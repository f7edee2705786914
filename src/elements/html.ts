/**
 * Lit's `html`, except that text is replaced and never changed in place. A browser that translates a page moves each text
 * into elements of its own (`<font>`); Lit would go on writing into a place where no text is any more, and a reader would
 * see the first page for ever.
 */
import { html as litHtml, type TemplateResult } from 'lit';
import { directive, Directive, type Part } from 'lit/directive.js';

class FreshText extends Directive {
  private text: string | undefined;
  private node: Text | undefined;

  override render(text: string): unknown {
    return text;
  }

  override update(_part: Part, [text]: [string]): unknown {
    if (text !== this.text) {
      this.text = text;
      this.node = new Text(text);
    }
    return this.node;
  }
}
const freshText = directive(FreshText);

/** Of each hole of a template, whether it stands between elements and not in a tag. */
const holes = new WeakMap<TemplateStringsArray, readonly boolean[]>();

function holesOf(strings: TemplateStringsArray): readonly boolean[] {
  let known = holes.get(strings);
  if (!known) {
    let inTag = false;
    known = strings.map((text) => {
      const opens = text.lastIndexOf('<');
      const closes = text.lastIndexOf('>');
      if (opens !== closes) inTag = opens > closes;
      return !inTag;
    });
    holes.set(strings, known);
  }
  return known;
}

function fresh(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'number') return freshText(String(value));
  return Array.isArray(value) ? value.map(fresh) : value;
}

export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): TemplateResult<1> {
  const between = holesOf(strings);
  return litHtml(strings, ...values.map((value, at) => (between[at] ? fresh(value) : value)));
}
