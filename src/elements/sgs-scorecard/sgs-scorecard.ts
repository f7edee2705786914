/* eslint-disable wc/guard-super-call -- LitElement has all of these callbacks */
import { html, LitElement, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { writeCsv } from '../../export/csv.js';
import { fileName } from '../../export/file-name.js';
import { writeXlsx } from '../../export/xlsx.js';
import { scoreZhCN } from '../../locale/score-zh-CN.js';
import type { ScoreWords } from '../../locale/score-words.js';
import type { Failure } from '../../model/failure.js';
import { readCard } from '../../score/web.js';
import { isMonth } from '../../score/months.js';
import { scorecardOf, type Reading, type Scorecard } from '../../score/score.js';
import { readSettings, type ScoreSettings } from '../../score/settings.js';
import { aboutRows, fixesSheet, rankingSheet, trendSheet } from '../../score/sheets.js';
import { base } from '../../styles/base.js';
import { scorecard as styles } from '../../styles/scorecard.js';
import { tokens } from '../../styles/tokens.js';
import { announce, openAnnouncer } from '../announcer.js';
import { chooseElder, chosenElder } from '../elder.js';
import { SgsErrorEvent } from '../events.js';
import { wordsOf } from '../settings.js';
import { shapeOf } from '../shape.js';
import { today } from '../today.js';
import { printAlone } from '../tools/alone.js';
import { save } from '../tools/save.js';
import { button } from '../views/controls.js';
import { heading } from '../views/heading.js';
import { SgsScoreEvent } from './event.js';
import { department, method, ranking, type CardView } from './views.js';

/** How far it has come. */
type Phase =
  | { readonly type: 'none' }
  | { readonly type: 'reading'; readonly done: number; readonly total: number }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'ready'; readonly readings: readonly Reading[]; readonly settings: ScoreSettings };

/**
 * For supervisors: how well departments publish, in time, completely, correctly and without gaps. It reads the feeds of
 * all departments of a list in the page itself; nothing is sent anywhere.
 *
 * @summary Departments' timeliness, completeness, accuracy and availability, ranked.
 * @tagname sgs-scorecard
 *
 * @attr {string} lang - Language of the words: `zh-CN`.
 *
 * @slot - Fallback content: stays visible until the first ranking is shown.
 *
 * @fires {SgsScoreEvent} sgs-score - All departments have been read, or another month is shown. `detail`: `scorecard`.
 * @fires {SgsErrorEvent} sgs-error - The list of departments can't be read. `detail`: `failure`.
 *
 * @csspart base - Everything the element renders.
 * @csspart heading - Headings.
 * @csspart source - What is judged, and when.
 * @csspart bar - Row with the month and the buttons.
 * @csspart input - The choice of the month.
 * @csspart button - Any button.
 * @csspart table - The ranking and the tables of a department.
 * @csspart head - Head of the ranking.
 * @csspart row - One department of the ranking; one figure of a department.
 * @csspart cell - One cell of the ranking.
 * @csspart tag - Says that a threshold is not reached.
 * @csspart method - Unfolds how the points come about.
 * @csspart department - What unfolds for a department.
 * @csspart summary - Unfolds what is folded.
 * @csspart label - Name of a figure.
 * @csspart value - A figure in words.
 * @csspart chart - Points month by month; the table below says the same.
 * @csspart loading - Says how many departments have been read.
 * @csspart error - Shown when the list can't be read.
 *
 * @cssproperty [--sgs-font] - Font family; the page's own, or a Chinese system font where the page has none.
 * @cssproperty [--sgs-font-size=16px] - Size of the text; everything else follows. Large print is half as large again.
 * @cssproperty [--sgs-line-height=1.65] - Line height.
 * @cssproperty [--sgs-text] - Colour of the text.
 * @cssproperty [--sgs-muted] - Colour of labels and hints.
 * @cssproperty [--sgs-accent] - Colour of links, buttons and the chosen tab.
 * @cssproperty [--sgs-on-accent] - Text on the accent colour.
 * @cssproperty [--sgs-background] - Ground.
 * @cssproperty [--sgs-surface] - Ground of the form, heads, labels and notes.
 * @cssproperty [--sgs-line] - Hairlines.
 * @cssproperty [--sgs-control] - Borders of buttons and fields.
 * @cssproperty [--sgs-danger] - Colour of 已撤销.
 * @cssproperty [--sgs-focus] - Outline of what has the focus.
 * @cssproperty [--sgs-radius=4px] - Radius of corners.
 * @cssproperty [--sgs-target=44px] - Least height of buttons; 56 px in large print.
 * @cssproperty [--sgs-padding=0] - Space around everything.
 */
export class SgsScorecard extends LitElement {
  static override styles: CSSResultGroup = [tokens, base, styles];

  static override get properties(): PropertyDeclarations {
    return {
      departments: {},
      weights: {},
      month: {},
      exports: {},
      readings: { attribute: false },
      theme: { reflect: true },
      elder: { type: Boolean, reflect: true },
      headingLevel: { type: Number, attribute: 'heading-level' },
      today: { attribute: false },
      phase: { attribute: false },
      shape: { attribute: false },
      broken: { attribute: false },
    };
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** Address of the list of departments (JSON): `[{"name", "feed", "config"?, "since"?}]`; as a property also the list itself. */
  declare departments: string | readonly object[];

  /** Address of weights and thresholds (JSON); as a property also they themselves. */
  declare weights: string | object;

  /** The month to judge, `YYYY-MM`; the last twelve and the current one unless given. */
  declare month: string;

  /** What the departments came to, for applications that have read them themselves; `departments` is not read then. */
  declare readings: readonly Reading[] | undefined;

  /** What it offers to take away, separated by spaces: `csv xlsx print`. */
  declare exports: string;

  /** Colours: blue unless given. */
  declare theme: 'blue' | 'red' | 'plain' | undefined;

  /** Large print: text half as large again, targets of 56 px. */
  declare elder: boolean;

  /** Level of the element's heading, 2–6. */
  declare headingLevel: number;

  /** The day on which it is judged, ISO; today unless a test says otherwise. @internal */
  declare today: string;

  declare private phase: Phase;
  declare private shape: string;
  declare private broken: boolean;

  private readonly sizes = new ResizeObserver(() => requestAnimationFrame(() => this.measure()));
  private ruler: Element | null = null;
  private closeAnnouncer: (() => void) | undefined;
  private abort: AbortController | undefined;
  /** What the last ranking was made of. */
  private made: { readonly phase: Phase; readonly month: string; readonly card: Scorecard } | undefined;

  constructor() {
    super();
    this.departments = this.weights = this.month = this.today = '';
    this.exports = 'csv xlsx print';
    this.headingLevel = 2;
    this.elder = this.broken = false;
    this.shape = 'sgs';
    this.phase = { type: 'none' };
  }

  /** Reads all departments again. */
  refresh(): void {
    void this.read();
  }

  private get words(): ScoreWords {
    return scoreZhCN;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.closeAnnouncer ||= openAnnouncer();
    this.elder = chosenElder() ?? this.elder;
    // Whoever left while reading, reads again.
    if (this.phase.type === 'reading' && !this.abort) void this.read();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page is a leaving and an entering at once.
    void Promise.resolve().then(() => {
      if (this.isConnected) return;
      this.sizes.disconnect();
      this.ruler = null;
      this.closeAnnouncer?.();
      this.closeAnnouncer = undefined;
      this.abort?.abort();
      this.abort = undefined;
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

  protected override shouldUpdate(_changed: PropertyValues): boolean {
    return this.isConnected;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (['departments', 'weights', 'readings'].some((name) => changed.has(name))) void this.read();
  }

  private async read(): Promise<void> {
    this.abort?.abort();
    this.abort = undefined;
    const { weights, readings } = this;
    // An attribute that was taken away leaves null.
    const departments = (this.departments as typeof this.departments | null) ?? '';
    if (readings) {
      const settled = readSettings(typeof weights === 'object' ? weights : {});
      this.phase = settled.ok ? { type: 'ready', readings, settings: settled.settings } : { type: 'failed', failure: { code: 'config', detail: `${settled.problem}。` } };
      return;
    }
    if (typeof departments === 'string' && !departments.trim()) {
      this.phase = { type: 'none' };
      return;
    }
    const abort = (this.abort = new AbortController());
    this.phase = { type: 'reading', done: 0, total: 0 };
    const result = await readCard({
      departments: typeof departments === 'string' ? departments.trim() : departments,
      ...(weights && { weights }),
      base: document.baseURI, today: this.date, signal: abort.signal,
      onProgress: (done, total) => {
        if (!abort.signal.aborted) this.phase = { type: 'reading', done, total };
      },
    });
    if (abort.signal.aborted) return;
    this.abort = undefined;
    this.phase = result.ok ? { type: 'ready', readings: result.readings, settings: result.settings } : { type: 'failed', failure: result.failure };
    const { words } = this;
    if (result.ok) announce(words.done(result.readings.length, result.readings.filter(({ ok }) => !ok).length), words.tag);
    else {
      console.warn(`sgs: ${result.failure.detail}`);
      announce(words.listFailed(result.failure.detail), words.tag);
      this.dispatchEvent(new SgsErrorEvent(result.failure));
    }
  }

  private get date(): string {
    return this.today || today();
  }

  /** The ranking of what was read, made once for each month. */
  private card(phase: Extract<Phase, { readonly type: 'ready' }>): Scorecard {
    const month = isMonth(this.month) ? this.month : '';
    if (this.made?.phase !== phase || this.made.month !== month) {
      const card = scorecardOf(phase.readings, { today: this.date, settings: phase.settings, ...(month && { month }) });
      this.made = { phase, month, card };
      void Promise.resolve().then(() => this.dispatchEvent(new SgsScoreEvent(card)));
    }
    return this.made.card;
  }

  protected override updated(changed: PropertyValues): void {
    const ruler = this.renderRoot.querySelector('.ruler');
    if (ruler && ruler !== this.ruler) this.sizes.observe((this.ruler = ruler));
    else if (!changed.has('elder')) return;
    this.measure();
  }

  private measure(): void {
    const { ruler } = this;
    if (ruler?.clientWidth) this.shape = shapeOf(this, ruler);
  }

  private async export(format: 'csv' | 'xlsx', card: Scorecard): Promise<void> {
    const { words } = this;
    const tables = [rankingSheet(card, words), trendSheet(card, words), fixesSheet(card, words)];
    const { date, month } = card;
    const written = await (format === 'csv'
      ? writeCsv(rankingSheet(card, words))
      : writeXlsx(tables, { title: words.title, date, about: { name: words.about, rows: aboutRows(card, words) } }));
    if (written.ok) save(written.value, fileName(month ? `${words.title} ${words.month(month)}` : words.title, date, format));
  }

  /** What is printed is this element, with all that is folded. */
  private async print(): Promise<void> {
    const folded = [...this.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const each of folded) each.open = true;
    await printAlone(this);
    for (const each of folded) each.open = false;
  }

  private switchElder(): void {
    chooseElder(!this.elder);
    this.elder = !this.elder;
  }

  private bar(card: Scorecard, months: readonly string[]): TemplateResult {
    const { words } = this;
    const offered = wordsOf(this.exports);
    return html`<div class="bar screen" part="bar">
      <span class="grow"><label for="month">${words.chooseMonth}</label> <select id="month" part="input" @change=${(event: Event) => (this.month = (event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${!card.month}>${words.allMonths}</option>
        ${months.map((month) => html`<option value=${month} ?selected=${month === card.month}>${words.month(month)}</option>`)}
      </select></span>
      ${offered.includes('csv') ? button(words.csv, () => void this.export('csv', card)) : nothing}
      ${offered.includes('xlsx') ? button(words.xlsx, () => void this.export('xlsx', card)) : nothing}
      ${offered.includes('print') ? button(words.print, () => void this.print()) : nothing}
      <button type="button" part="button" aria-pressed=${this.elder ? 'true' : 'false'} @click=${() => this.switchElder()}>${words.elder}</button>
    </div>`;
  }

  private ready(phase: Extract<Phase, { readonly type: 'ready' }>): TemplateResult {
    const { words, headingLevel } = this;
    const card = this.card(phase);
    const { departments, from, to, month, date } = card;
    const view: CardView = { words, heading: (text) => heading(headingLevel + 1, text, 'departments') };
    const whole = month ? scorecardOf(phase.readings, { today: this.date, settings: phase.settings }) : card;
    const months = [...new Set([...whole.departments.flatMap(({ trend }) => trend.map((point) => point.month)), ...(month ? [month] : [])])].sort().reverse();
    return html`${heading(headingLevel, words.title, 'heading')}
      <p class="muted source" part="source"><span>${month ? words.period(month, month) : words.period(from, to)}</span><span>${words.departments(departments.length, departments.filter(({ failure }) => failure).length)}</span><span>${words.made(date)}</span></p>
      ${this.bar(card, months)}
      ${ranking(view, card)}
      ${method(view, card)}
      ${view.heading(words.measured)}
      ${departments.map((one) => department(view, one))}`;
  }

  private content(): unknown {
    const { words, phase } = this;
    switch (phase.type) {
      case 'none': return html`<div class="message" part="error"><p class="strong">${words.noList}</p></div>`;
      case 'failed': return html`<div class="message" part="error"><p class="strong">${words.listFailed(phase.failure.detail)}</p>${button(words.retry, () => this.refresh())}</div>`;
      case 'reading': return html`<p class="muted bare" part="loading">${phase.total ? words.reading(phase.done, phase.total) : words.loading}</p>`;
      case 'ready': return this.ready(phase);
    }
  }

  protected override render(): TemplateResult {
    if (this.broken) return html`<slot></slot>`;
    const ready = this.phase.type === 'ready';
    const { shape, words } = this;
    const { tag } = words;
    return html`<div class="ruler" hidden></div>${ready
      ? html`<section class=${shape} part="base" lang=${tag} aria-labelledby="heading">${this.content()}</section>`
      : html`<div class=${shape} part="base" lang=${tag}>${this.content()}</div><slot></slot>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sgs-scorecard': SgsScorecard;
  }
}
