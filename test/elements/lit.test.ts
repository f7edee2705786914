/**
 * What our elements take Lit's word for. The element tests run twice: on Lit, and on the part of it that the classic
 * bundle has in its place (src/embed/lit).
 */
import { expect, waitUntil } from '@open-wc/testing';
import { css, html, LitElement, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';

class Probe extends LitElement {
  static override styles = [css`:host { display: block }`, [css`p { color: rgb(1, 2, 3) }`]];

  static override get properties(): PropertyDeclarations {
    return {
      content: { attribute: false },
      label: { attribute: 'data-label' },
      size: { type: Number },
      open: { type: Boolean, reflect: true },
      tone: { reflect: true },
    };
  }

  declare content: unknown;
  declare label: string | null;
  declare size: number | null;
  declare open: boolean;
  declare tone: string | null;
  readonly renderings: string[][] = [];

  constructor() {
    super();
    this.content = 'nothing yet';
    this.size = 1;
    this.open = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.renderings.push([...changed.keys()].map(String).sort());
  }

  protected override render(): unknown {
    return this.content;
  }
}
class Child extends Probe {
  static override get properties(): PropertyDeclarations {
    return { more: {} };
  }

  declare more: string;
}
customElements.define('sgs-probe', Probe);
customElements.define('sgs-probe-child', Child);

/** The markup without what the engines leave as marks of their own. */
const markup = (element: Probe): string => element.renderRoot instanceof ShadowRoot ? element.renderRoot.innerHTML.replace(/<!--.*?-->|<link[^>]*>|<style>.*?<\/style>/gs, '').replace(/\s+/g, ' ').trim() : '';

async function shown(content: unknown, element = document.body.appendChild(new Probe())): Promise<Probe> {
  element.content = content;
  await element.updateComplete;
  return element;
}

describe('templates', () => {
  afterEach(() => document.querySelectorAll('sgs-probe, sgs-probe-child').forEach((element) => element.remove()));

  it('show text as text, and nothing where there is nothing', async () => {
    const view = (value: unknown): unknown => html`<p>a${value}b</p>`;
    const element = await shown(view('<b>&amp;'));
    expect(markup(element)).to.equal('<p>a&lt;b&gt;&amp;amp;b</p>');
    for (const [value, text] of [[0, 'a0b'], [null, 'ab'], ['x', 'axb'], [undefined, 'ab'], ['y', 'ayb'], [nothing, 'ab'], ['', 'ab'], ['z', 'azb']] as const) {
      await shown(view(value), element);
      expect(markup(element)).to.equal(`<p>${text}</p>`);
    }
  });

  it('set, change and take away attributes', async () => {
    const view = (a: unknown, b: unknown, c: unknown): unknown => html`<p id=${a} class="x ${b} y ${c}" title="${c}z"></p>`;
    const element = await shown(view('i', 1, 2));
    expect(markup(element)).to.equal('<p id="i" class="x 1 y 2" title="2z"></p>');
    await shown(view(nothing, 3, 2), element);
    expect(markup(element)).to.equal('<p class="x 3 y 2" title="2z"></p>');
    await shown(view('" onclick="alert(1)', 3, '"><b>'), element);
    const p = element.renderRoot.querySelector('p');
    expect(p?.getAttributeNames().sort()).to.deep.equal(['class', 'id', 'title']);
    expect(p?.id).to.equal('" onclick="alert(1)');
    expect(p?.childElementCount).to.equal(0);
  });

  it('set flags, properties and listeners, and touch only what changes', async () => {
    const said: string[] = [];
    const view = (flag: boolean, value: string, act: (() => void) | undefined): unknown => html`<button ?disabled=${flag} @click=${act}>${value}</button><input .value=${value}>`;
    const element = await shown(view(false, 'one', () => said.push('first')));
    const button = element.renderRoot.querySelector('button') as HTMLButtonElement;
    const input = element.renderRoot.querySelector('input') as HTMLInputElement;
    button.click();
    await shown(view(false, 'one', () => said.push('second')), element);
    button.click();
    expect(input.value).to.equal('one');
    input.value = 'typed';
    await shown(view(true, 'one', undefined), element);
    expect(input.value).to.equal('typed');
    expect(button.disabled).to.equal(true);
    await shown(view(false, 'two', undefined), element);
    button.click();
    expect(input.value).to.equal('two');
    expect(said).to.deep.equal(['first', 'second']);
    expect(element.renderRoot.querySelector('button')).to.equal(button);
  });

  it('nest, repeat and switch', async () => {
    const item = (text: string): unknown => html`<li>${text}</li>`;
    const list = (...texts: string[]): unknown => html`<ul>${texts.map(item)}</ul>${texts.length > 2 ? html`<p>many</p>` : nothing}`;
    const element = await shown(list('a', 'b'));
    const first = element.renderRoot.querySelector('li');
    expect(markup(element)).to.equal('<ul><li>a</li><li>b</li></ul>');
    await shown(list('c', 'd', 'e'), element);
    expect(markup(element)).to.equal('<ul><li>c</li><li>d</li><li>e</li></ul><p>many</p>');
    expect(element.renderRoot.querySelector('li')).to.equal(first);
    await shown(list('f'), element);
    expect(markup(element)).to.equal('<ul><li>f</li></ul>');
    await shown(list(), element);
    expect(markup(element)).to.equal('<ul></ul>');
    const cells = (texts: readonly unknown[]): unknown => html`<table><tbody>${texts.map((text) => html`<tr><td>${text}</td></tr>`)}</tbody></table>`;
    await shown(cells(['1', [html`<b>2</b>`, '3', nothing, 4]]), element);
    expect(markup(element)).to.equal('<table><tbody><tr><td>1</td></tr><tr><td><b>2</b>34</td></tr></tbody></table>');
    await shown(cells([['x', html`<i>y</i>`], html`<b>z</b>`]), element);
    expect(markup(element)).to.equal('<table><tbody><tr><td>x<i>y</i></td></tr><tr><td><b>z</b></td></tr></tbody></table>');
    await shown(html`<hr>`, element);
    expect(markup(element)).to.equal('<hr>');
    const node = document.createElement('em');
    await shown([node, 'text'], element);
    expect(markup(element)).to.equal('<em></em>text');
  });
});

describe('elements', () => {
  afterEach(() => document.querySelectorAll('sgs-probe, sgs-probe-child, sgs-probe-late').forEach((element) => element.remove()));

  it('switch what they show wherever it stands: alone, first, last, between, beside another', async () => {
    const views: readonly ((value: unknown) => [view: unknown, around: (text: string) => string])[] = [
      (value) => [html`<p>${value}</p>`, (text) => `<p>${text}</p>`],
      (value) => [html`<p>${value}<i></i></p>`, (text) => `<p>${text}<i></i></p>`],
      (value) => [html`<p><i></i>${value}</p>`, (text) => `<p><i></i>${text}</p>`],
      (value) => [html`<p>a ${value} b</p>`, (text) => `<p>a ${text} b</p>`],
      (value) => [html`<p>${value}${value}</p>`, (text) => `<p>${text}${text}</p>`],
      (value) => [html`${value}<p></p>`, (text) => `${text}<p></p>`],
      (value) => [html`<p>${html`${value}`}</p>`, (text) => `<p>${text}</p>`],
    ];
    const b = (text: string): unknown => html`<b>${text}</b>`;
    const values: readonly (readonly [unknown, string])[] = [
      ['x', 'x'], [b('x'), '<b>x</b>'], [['x', b('y'), 'z'], 'x<b>y</b>z'], [[b('x')], '<b>x</b>'], [[], ''], [['x', ['y', b('z')]], 'xy<b>z</b>'], ['x', 'x'], [nothing, ''], [b(''), '<b></b>'],
    ];
    for (const view of views) {
      const element = await shown('');
      for (const [value, text] of values) {
        const [content, around] = view(value);
        await shown(content, element);
        expect(markup(element)).to.equal(around(text).replace(/ +/g, ' '));
      }
    }
  });

  it('render once for all changes of a moment, and not before they are on the page', async () => {
    const element = new Probe();
    element.size = 2;
    await Promise.resolve();
    expect(element.renderings).to.have.length(0);
    document.body.append(element);
    await shown('now', element);
    expect(element.renderings).to.deep.equal([['content', 'open', 'size']]);
    element.size = 3;
    element.size = 4;
    element.label = 'x';
    await element.updateComplete;
    element.size = 4;
    await element.updateComplete;
    expect(element.renderings.slice(1)).to.deep.equal([['label', 'size']]);
    element.requestUpdate();
    await element.updateComplete;
    expect(element.renderings.slice(2)).to.deep.equal([[]]);
  });

  it('read attributes by their type, and show properties as attributes where told', async () => {
    document.body.insertAdjacentHTML('beforeend', '<sgs-probe-child data-label="l" size="12" open tone="t" more="m" content="c"></sgs-probe-child>');
    const element = document.querySelector('sgs-probe-child') as Child;
    await element.updateComplete;
    expect([element.label, element.size, element.open, element.tone, element.more, element.content]).to.deep.equal(['l', 12, true, 't', 'm', 'nothing yet']);
    for (const name of ['data-label', 'size', 'open', 'tone']) element.removeAttribute(name);
    expect([element.label, element.size, element.open, element.tone]).to.deep.equal([null, null, false, null]);
    element.open = true;
    element.tone = 'u';
    await element.updateComplete;
    expect([element.getAttribute('open'), element.getAttribute('tone'), element.getAttribute('size')]).to.deep.equal(['', 'u', null]);
    element.open = false;
    element.tone = null;
    await element.updateComplete;
    expect([element.hasAttribute('open'), element.hasAttribute('tone')]).to.deep.equal([false, false]);
  });

  it('keep what the page has set before it knew them', async () => {
    const early: Probe = Object.assign(document.createElement('sgs-probe-late'));
    early.content = 'early';
    early.size = 7;
    document.body.append(early);
    customElements.define('sgs-probe-late', class extends Probe {});
    await early.updateComplete;
    expect(markup(early)).to.equal('early');
    expect(early.size).to.equal(7);
    await shown('later', early);
    expect(markup(early)).to.equal('later');
  });

  it('wear all style sheets of their class, and share them', async () => {
    const [one, other] = [await shown(html`<p>x</p>`), await shown(html`<p>y</p>`)];
    // In Chromium 69 they come a little later, and nothing can be shared.
    await waitUntil(() => getComputedStyle(one.renderRoot.querySelector('p') as Element).color === 'rgb(1, 2, 3)', 'it wears them');
    if ('adoptedStyleSheets' in document) expect((one.renderRoot as ShadowRoot).adoptedStyleSheets[0]).to.equal((other.renderRoot as ShadowRoot).adoptedStyleSheets[0]);
  });
});
