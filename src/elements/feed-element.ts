/* eslint-disable wc/guard-super-call -- LitElement has all of these callbacks */
import type { PropertyDeclarations } from 'lit';
import { localeOf, registerLocale } from '../locale/locale.js';
import type { Messages } from '../locale/messages.js';
import type { SgsConfig } from '../model/config.js';
import { importOptional } from '../model/import-optional.js';
import type { ListRequest, ListSnapshot } from '../state/list.js';
import { SgsElement } from './sgs-element.js';
import { storeController } from './store-controller.js';
import { toolButtons } from './tools/buttons.js';
import type { DetailView } from './views/detail.js';
import type { RecordParts, recordParts } from './views/record-parts.js';
import type { View } from './views/view.js';

/** How records are laid out; there from the first open one on. */
let layOut: typeof recordParts | undefined;

/** What the elements that show a feed have in common: a store, the words of their language, and reading it again. */
export abstract class FeedElement extends SgsElement {
  static override get properties(): PropertyDeclarations {
    return {
      feed: {},
      config: {},
      speaking: { attribute: false },
    };
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'refresh'];
  }

  /** Addresses of one or more JSON feeds, separated by spaces; several are read as one list. */
  declare feed: string;

  /** Address of a JSON configuration; as a property also the configuration itself. */
  declare config: string | SgsConfig | undefined;

  /** @internal Ends the reading aloud that is under way. */
  declare speaking: (() => void) | undefined;

  private stopPolling: (() => void) | undefined;

  /** @internal */
  readonly state = storeController(this, (now) => this.onSnapshot(now));

  constructor() {
    super();
    this.feed = '';
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
  override get words(): Messages {
    return localeOf(this.lang);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.poll();
  }

  protected override leave(): void {
    super.leave();
    this.poll();
    this.state.release();
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'lang') void this.loadLocale();
    // `refresh` is a method, so its attribute has no property.
    if (name === 'refresh') this.poll();
  }

  /** Words that are not here yet are loaded; until then it speaks Chinese. */
  private async loadLocale(): Promise<void> {
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
      if (this.isConnected) this.stopPolling ??= module?.poll(Number(this.getAttribute('refresh')), () => this.refresh());
    });
  }

  /** A new snapshot has come. */
  protected onSnapshot(_now: ListSnapshot): void {
    // Most elements only render it.
  }

  /** The way from a view to the store. */
  protected readonly send = (request: ListRequest): void => this.state.send(request, true);

  /** @internal What every view gets. */
  get context(): View {
    const { store, snapshot } = this.state;
    return {
      words: this.words,
      config: snapshot?.config ?? {},
      level: this.headingLevel,
      send: this.send,
      href: (request) => store?.href(request),
    };
  }

  private recordParts(): RecordParts | undefined {
    if (!layOut) void importOptional(() => import('./views/record-parts.js')).then((module) => {
      layOut ??= module?.recordParts;
      if (layOut) this.requestUpdate();
    });
    return layOut?.(this.words);
  }

  /** What the view of a record gets. */
  protected detailView({ meta, config, neighbours }: ListSnapshot, hasList: boolean): DetailView {
    const view = this.context;
    return {
      ...view,
      remedy: config.texts?.remedy ?? meta.remedy,
      back: hasList ? { href: view.href({ type: 'close' }) } : undefined,
      neighbours,
      parts: this.recordParts(),
      tools: [toolButtons(this, 'record'), this.elderSwitch()],
    };
  }
}
