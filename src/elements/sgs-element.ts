/* eslint-disable wc/guard-super-call -- LitElement has all of these callbacks */
import { html, LitElement, nothing, type CSSResult, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { localeOf, registerLocale } from '../locale/locale.js';
import type { Messages } from '../locale/messages.js';
import type { SgsConfig } from '../model/config.js';
import { importOptional } from '../model/import-optional.js';
import type { ListRequest, ListSnapshot } from '../state/list.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { announce, openAnnouncer } from './announcer.js';
import { button } from './views/controls.js';
import { chooseElder, chosenElder } from './elder.js';
import { styleSheetLink } from './style-sheet.js';
import { shapeOf } from './shape.js';
import { storeController } from './store-controller.js';
import type { DetailView } from './views/detail.js';
import type { View } from './views/view.js';

const importTools = () => importOptional(() => import('./tools/tools.js'));

/** What an element shows. */
export interface Room {
  readonly content: unknown;
  /** Whether the fallback content stays visible. */
  readonly fallback?: boolean;
  /** Whether `#heading` names the room: a region without a name would be noise in the list of landmarks. */
  readonly labelled?: boolean;
}

/**
 * What all elements have in common: the attributes of the contract, a store, the room they render in, and that none of
 * their exceptions reaches the page.
 */
export abstract class SgsElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, base];

  static override get properties(): PropertyDeclarations {
    return {
      feed: {},
      config: {},
      theme: { reflect: true },
      elder: { type: Boolean, reflect: true },
      headingLevel: { type: Number, attribute: 'heading-level' },
      shape: { attribute: false },
      broken: { attribute: false },
      speaking: { attribute: false },
    };
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', 'refresh'];
  }

  /** Addresses of one or more JSON feeds, separated by spaces; several are read as one list. */
  declare feed: string;

  /** Address of a JSON configuration; as a property also the configuration itself. */
  declare config: string | SgsConfig | undefined;

  /** Colours: blue unless given. */
  declare theme: 'blue' | 'red' | 'plain' | undefined;

  /** Large print: text half as large again, targets of 56 px. */
  declare elder: boolean;

  /** Level of the element's heading, 2–6; the heading of a record is one below. */
  declare headingLevel: number;

  declare private shape: string;
  declare private broken: boolean;

  /** @internal Ends the reading aloud that is under way. */
  declare speaking: (() => void) | undefined;

  /**
   * It watches a line without height: what it changes must not change what it watches. Where the width follows the
   * content, as in a float, it does: hence a frame later, for Firefox reports a loop to the page's `onerror`.
   */
  private readonly sizes = new ResizeObserver(() => this.measure());
  private ruler: Element | null = null;
  private closeAnnouncer: (() => void) | undefined;
  private stopPolling: (() => void) | undefined;

  /** @internal */
  readonly state = storeController(this, (now) => this.follow(now));

  constructor() {
    super();
    this.feed = '';
    this.elder = this.broken = false;
    this.shape = 'sgs';
    this.headingLevel = 2;
  }

  /** Reads the feed again. */
  refresh(): void {
    this.state.send({ type: 'refresh' });
  }

  /** Shows a page of the list; one beyond the last shows the last. */
  goTo(page: number): void {
    this.state.send({ type: 'page', page });
  }

  /** @internal */
  get words(): Messages {
    return localeOf(this.lang);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { elementStyles } = this.constructor as typeof LitElement;
    const link = styleSheetLink(() => elementStyles.map((style) => (style as CSSResult).cssText).join(''));
    if (!link) return super.createRenderRoot();
    // eslint-disable-next-line wc/attach-shadow-constructor -- Lit makes the root when the element is first on a page
    const root = this.attachShadow({ mode: 'open' });
    root.append(link);
    this.renderOptions.renderBefore = link;
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.closeAnnouncer ||= openAnnouncer();
    // Before anything is painted, but not before the feed has been asked for: a browser takes its time to open its storage.
    requestAnimationFrame(() => { this.elder = chosenElder() ?? this.elder; });
    this.poll();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page is a leaving and an entering at once: only who stays away has left.
    void Promise.resolve().then(() => {
      if (!this.isConnected) this.leave();
    });
  }

  /** The element has left the page. */
  protected leave(): void {
    this.sizes.disconnect();
    this.ruler = null;
    this.closeAnnouncer?.();
    this.closeAnnouncer = undefined;
    this.poll();
    this.state.release();
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    // `lang` is the browser's own property: it needs no accessor of ours, only a look.
    if (name === 'lang') void this.learn();
    // `refresh` is a method, so its attribute has no property.
    if (name === 'refresh') this.poll();
  }

  /** Words that are not here yet are loaded; until then it speaks Chinese. */
  private async learn(): Promise<void> {
    this.requestUpdate();
    const { lang, words } = this;
    if (/^(zh(-cn)?)?$/i.test(lang) || words.tag !== 'zh-CN') return;
    (await importOptional(() => import('../locale/others.js')))?.LOCALES.forEach((locale) => registerLocale(...locale));
    this.requestUpdate();
  }

  /** Reads the feed again and again while the element is on the page, if it should. */
  private poll(): void {
    this.stopPolling?.();
    this.stopPolling = undefined;
    if (this.hasAttribute('refresh')) void importOptional(() => import('./poll.js')).then((module) => {
      if (this.isConnected) this.stopPolling ||= module?.poll(Number(this.getAttribute('refresh')), () => this.refresh());
    });
  }

  protected override scheduleUpdate(): void {
    try {
      void super.scheduleUpdate();
    } catch (error) {
      // The page goes on with the fallback content; the webmaster finds the reason.
      console.error('sgs:', error);
      this.broken = true;
    }
  }

  /** What has left the page needs no store: a new one would read the feed, and nobody would ever let go of it. */
  protected override shouldUpdate(_changed: PropertyValues): boolean {
    return this.isConnected;
  }

  protected override updated(changed: PropertyValues): void {
    const ruler = this.renderRoot.querySelector('.ruler');
    if (ruler && ruler !== this.ruler) this.sizes.observe((this.ruler = ruler));
    else if (!changed.has('elder')) return;
    this.measure();
  }

  /** Before anything is painted, so that no width is seen wrong; but not before the feed has been asked for, for it takes time. */
  private measure(): void {
    requestAnimationFrame(() => {
      const { ruler } = this;
      // Without a width it is not shown; and in Chromium 69 there is a moment without styles, when any font is the browser's.
      if (ruler?.clientWidth) this.shape = shapeOf(this, ruler);
    });
  }

  /** A new snapshot has come. */
  protected follow(_now: ListSnapshot): void {
    // Most elements only render it.
  }

  /** The way from a view to the store. */
  protected readonly send = (request: ListRequest): void => this.state.send(request);

  /** @internal What every view gets. */
  get context(): View {
    const { store, snapshot } = this.state;
    return { words: this.words, config: snapshot?.config || {}, level: this.headingLevel, send: this.send, href: (request) => store?.href(request) };
  }

  /** What the view of a record gets. */
  protected details({ meta, config, opened }: ListSnapshot, hasList: boolean): DetailView {
    const view = this.context;
    const href = opened ? view.href({ type: 'open', id: opened.id }) : undefined;
    return {
      ...view,
      remedy: config.texts?.remedy ?? meta.remedy,
      back: hasList ? { href: view.href({ type: 'close' }) } : undefined,
      print: () => void this.print(),
      elder: this.elderSwitch(),
      speak: 'speechSynthesis' in window ? button(this.speaking ? view.words.stop : view.words.speak, () => void importTools().then((tools) => tools?.readAloud(this))) : nothing,
      copy: href === undefined ? undefined : () => void this.copy(href),
    };
  }

  /** What is printed is this element, not the page around it: all rows of the result, or the open record. */
  protected async print(): Promise<void> {
    const tools = await importTools();
    if (tools) await tools.printElement(this);
    else print();
  }

  protected elderSwitch(): TemplateResult {
    const { elder } = this;
    return html`<button type="button" class="screen" part="button" aria-pressed=${elder ? 'true' : 'false'} @click=${() => chooseElder(!elder)}>${this.words.elder}</button>`;
  }

  private async copy(href: string): Promise<void> {
    const { tag } = this.words;
    announce(await (await importTools())?.copyLink(href, tag) || '', tag);
  }

  protected override render(): TemplateResult {
    if (this.broken) return html`<slot></slot>`;
    const { content, fallback, labelled } = this.room();
    const { shape, words } = this;
    const { tag } = words;
    const room = labelled
      ? html`<section class=${shape} part="base" lang=${tag} aria-labelledby="heading">${content}</section>`
      : html`<div class=${shape} part="base" lang=${tag}>${content}</div>`;
    return html`<div class="ruler" hidden></div>${room}${fallback ? html`<slot></slot>` : nothing}`;
  }

  protected abstract room(): Room;
}
