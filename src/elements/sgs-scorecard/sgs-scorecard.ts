/* eslint-disable wc/guard-super-call -- LitElement has all of these callbacks */
import { nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { html } from '../html.js';
import { scoreZhCN } from '../../locale/score-zh-CN.js';
import type { ScoreWords } from '../../locale/score-words.js';
import { isMonth } from '../../score/months.js';
import { scorecardOf, type Reading, type Scorecard, type ScoreOptions } from '../../score/score.js';
import { scorecard as styles } from '../../styles/scorecard.js';
import { announce } from '../announcer.js';
import { SgsErrorEvent } from '../events.js';
import { wordsOf } from '../settings.js';
import { SgsElement, type RenderResult } from '../sgs-element.js';
import { today } from '../today.js';
import { button } from '../views/controls.js';
import { heading } from '../views/heading.js';
import { department } from './department.js';
import { SgsScoreEvent } from './event.js';
import { exportCard, printCard } from './files.js';
import { ledger } from './ledger.js';
import { overview } from './overview.js';
import { givenPhase, readPhase, type Phase } from './phase.js';
import { method, ranking, type CardView } from './views.js';

type Ready = Extract<Phase, { readonly type: 'ready' }>;

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
 * @csspart overview - The picture of ranks and months; the ranking says the same.
 * @csspart ledger - Unfolds the ledger's figures by county, department or month.
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
 * @cssproperty [--sgs-target=44px] - Least height of buttons; 60 px in large print.
 * @cssproperty [--sgs-padding=0] - Space around everything.
 */
export class SgsScorecard extends SgsElement {
  static override styles: CSSResultGroup = [SgsElement.styles, styles];

  static override get properties(): PropertyDeclarations {
    return {
      departments: {},
      weights: {},
      calendar: {},
      ledger: {},
      month: {},
      exports: {},
      readings: { attribute: false },
      today: { attribute: false },
      phase: { attribute: false },
    };
  }

  /**
   * Address of the list of departments (JSON): `[{"name", "feed", "config"?, "watch"?, "since"?}]`; as a property also the list
   * itself. `watch` is the address of the log that `sgs watch` keeps of a department: what it has proven counts and is shown.
   */
  declare departments: string | readonly object[];

  /** Address of weights and thresholds (JSON); as a property also they themselves. */
  declare weights: string | object;

  /**
   * Address of the State Council's calendar of years that this version does not know (JSON, as `calendar` of the configuration);
   * as a property also it itself.
   */
  declare calendar: string | object;

  /**
   * 台账, what the departments have decided: address of a table (.xlsx, .csv) or of JSON (`[{"documentNumber", "subjectName",
   * "department", "county", "kind", "decidedOn"}]`); as a property also the list itself. It is read in the page and goes nowhere; but
   * it names people, so keep it where only supervisors can read it.
   */
  declare ledger: string | object;

  /** The month to judge, `YYYY-MM`; the last twelve and the current one unless given. */
  declare month: string;

  /** What the departments came to, for applications that have read them themselves; `departments` is not read then. */
  declare readings: readonly Reading[] | undefined;

  /** What it offers to take away, separated by spaces: `csv xlsx print`. */
  declare exports: string;

  /** The day on which it is judged, ISO; today unless a test says otherwise. @internal */
  declare today: string;

  declare private phase: Phase;

  private abort: AbortController | undefined;
  /** What the last ranking was made of. */
  private made: { readonly phase: Phase; readonly month: string; readonly card: Scorecard } | undefined;

  constructor() {
    super();
    this.departments = this.weights = this.calendar = this.ledger = this.month = this.today = '';
    this.exports = 'csv xlsx print';
    this.phase = { type: 'none' };
  }

  /** Reads all departments again. */
  refresh(): void {
    void this.read();
  }

  /** @internal */
  override get words(): ScoreWords {
    return scoreZhCN;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Whoever left while reading, reads again.
    if (this.phase.type === 'reading' && !this.abort) void this.read();
  }

  protected override leave(): void {
    super.leave();
    this.abort?.abort();
    this.abort = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (['departments', 'weights', 'calendar', 'ledger', 'readings'].some((name) => changed.has(name))) void this.read();
  }

  private async read(): Promise<void> {
    this.abort?.abort();
    this.abort = undefined;
    const given = givenPhase(this);
    if (given) {
      this.phase = given;
      return;
    }
    const abort = (this.abort = new AbortController());
    this.phase = { type: 'reading', done: 0, total: 0 };
    announce(this.words.loading, this.words.tag);
    const phase = await readPhase(this, this.date, abort.signal, (progress) => {
      if (!abort.signal.aborted) this.phase = progress;
    });
    if (abort.signal.aborted) return;
    this.abort = undefined;
    this.phase = phase;
    const { words } = this;
    if (phase.type === 'ready') {
      announce(words.done(phase.readings.length, phase.readings.filter(({ ok }) => !ok).length), words.tag);
    } else {
      console.warn(`sgs: ${phase.failure.detail}`);
      announce(words.listFailed(phase.failure.detail), words.tag);
      this.dispatchEvent(new SgsErrorEvent(phase.failure));
    }
  }

  private get date(): string {
    return this.today || today();
  }

  private options({ settings, ledger, calendar }: Ready): ScoreOptions {
    return { today: this.date, settings, ...(ledger && { ledger }), ...(calendar && { calendar }) };
  }

  /** A file takes a moment, and its going out is seen by whoever sees only. */
  private async export(format: 'csv' | 'xlsx', card: Scorecard): Promise<void> {
    const { words } = this;
    const name = format === 'csv' ? 'CSV' : 'Excel';
    announce(words.saving(name), words.tag);
    announce(await exportCard(format, card, words) ? words.saved(name) : words.notSaved, words.tag);
  }

  private print(): void {
    announce(this.words.printing, this.words.tag);
    void printCard(this);
  }

  /** The ranking of what was read, made once for each month. */
  private card(phase: Ready): Scorecard {
    const month = isMonth(this.month) ? this.month : '';
    if (this.made?.phase !== phase || this.made.month !== month) {
      const card = scorecardOf(phase.readings, { ...this.options(phase), ...(month && { month }) });
      this.made = { phase, month, card };
      void Promise.resolve().then(() => this.dispatchEvent(new SgsScoreEvent(card)));
    }
    return this.made.card;
  }

  private bar(card: Scorecard, months: readonly string[]): TemplateResult {
    const { words } = this;
    const offered = wordsOf(this.exports);
    const choose = (event: Event): void => {
      this.month = (event.target as HTMLSelectElement).value;
      const { month, from, to, departments } = this.card(this.phase as Ready);
      announce(words.shown(month ? words.period(month, month) : words.period(from, to), departments.length), words.tag);
    };
    return html`<div class="bar screen" part="bar">
      <span class="grow"><label for="month">${words.chooseMonth}</label> <select id="month" part="input" @change=${choose}>
        <option value="" ?selected=${!card.month}>${words.allMonths}</option>
        ${months.map((month) => html`<option value=${month} ?selected=${month === card.month}>${words.month(month)}</option>`)}
      </select></span>
      ${offered.includes('csv') ? button(words.csv, () => void this.export('csv', card)) : nothing}
      ${offered.includes('xlsx') ? button(words.xlsx, () => void this.export('xlsx', card)) : nothing}
      ${offered.includes('print') ? button(words.print, () => this.print()) : nothing}
      ${this.elderSwitch()}
    </div>`;
  }

  private ready(phase: Ready): TemplateResult {
    const { words, headingLevel } = this;
    const card = this.card(phase);
    const { departments, from, to, month, date } = card;
    const view: CardView = { words, heading: (text, id) => heading(headingLevel + 1, text, id) };
    const whole = month ? scorecardOf(phase.readings, this.options(phase)) : card;
    const known = whole.departments.flatMap(({ trend }) => trend.map((point) => point.month));
    const months = [...new Set([...known, ...(month ? [month] : [])])].sort().reverse();
    const facts = [
      month ? words.period(month, month) : words.period(from, to),
      words.departments(departments.length, departments.filter(({ failure }) => failure).length),
      words.made(date),
    ];
    return html`${heading(headingLevel, words.title, 'heading')}
      <p class="muted source" part="source">${facts.map((fact) => html`<span>${fact}</span>`)}</p>
      ${this.bar(card, months)}
      ${overview(view, card)}
      ${ranking(view, card)}
      ${ledger(view, card)}
      ${method(view, card)}
      ${view.heading(words.measured, 'departments')}
      ${departments.map((one) => department(view, card, one))}`;
  }

  private content(): unknown {
    const { words, phase } = this;
    const error = (text: string, retry: unknown): TemplateResult =>
      html`<div class="message" part="error"><p class="strong">${text}</p>${retry}</div>`;
    switch (phase.type) {
      case 'none': return error(words.noList, nothing);
      case 'failed': return error(words.listFailed(phase.failure.detail), button(words.retry, () => this.refresh()));
      case 'reading': return html`<p class="muted bare" part="loading">${
        phase.total ? words.reading(phase.done, phase.total) : words.loading
      }</p>`;
      case 'ready': return this.ready(phase);
    }
  }

  protected override renderContent(): RenderResult {
    const ready = this.phase.type === 'ready';
    return { content: this.content(), labelled: ready, fallback: !ready };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sgs-scorecard': SgsScorecard;
  }
}
