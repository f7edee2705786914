/** The assistant as an element: the steps, the progress of long work, and what happens between them. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { base } from '../../src/styles/base.js';
import { tokens } from '../../src/styles/tokens.js';
import type { SgsConfig } from '../../src/model/config.js';
import { pageNeeds } from './core/settings.js';
import { attributesOf } from './look.js';
import { preview } from './preview.js';
import type { StepId } from './steps.js';
import type { Busy } from './state.js';
import { Store } from './store.js';
import { styles } from './styles.js';
import { columnsStep } from './views/columns.js';
import { downloadStep } from './views/download.js';
import { fixStep } from './views/fix.js';
import { importStep } from './views/import.js';
import { lookStep, MOST_PREVIEWED, presentKinds } from './views/look.js';
import { mergeStep } from './views/merge.js';
import { nav } from './views/nav.js';
import type { View } from './views/parts.js';
import { reportStep } from './views/report.js';

const VIEWS: Readonly<Record<StepId, View>> = {
  import: importStep, columns: columnsStep, report: reportStep, fix: fixStep, merge: mergeStep, look: lookStep, download: downloadStep,
};

const busyView = ({ label, share, cancel }: Busy): TemplateResult => html`<div class="busy screen">
  ${share === undefined ? html`<progress aria-label=${label}></progress>` : html`<progress aria-label=${label} max="1" .value=${share}></progress>`}
  <span class="grow">${label}${share === undefined ? '' : ` ${Math.floor(share * 100)}%`}</span>
  <button type="button" @click=${cancel}>取消</button>
</div>`;

export class SgsAssistant extends LitElement {
  static override styles = [tokens, base, ...styles];

  private readonly store = new Store(() => this.requestUpdate());
  private shown: StepId = 'import';
  private hadFocus = false;
  /** A step has been opened and not yet shown whole. */
  private arriving = false;
  /** The preview's text, and what it was made of. */
  private text: { readonly of: readonly unknown[]; readonly document: string } | undefined;

  constructor() {
    super();
    // It is the page: it never leaves.
    addEventListener('beforeunload', (event) => {
      if (!this.store.state.unsaved) return;
      event.preventDefault();
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- what browsers before 2023 look at
      event.returnValue = '';
    });
    // A file dropped beside the place for it must not take the page away.
    for (const type of ['dragover', 'drop']) addEventListener(type, (event) => event.preventDefault());
  }

  protected override render(): TemplateResult {
    const { state } = this.store;
    return html`<div class="sgs no-font page">
      <header><div class="wrap"><h1>双公示数据助手</h1><p>从 Excel 到双公示专栏 · 全部在本机处理，不上传</p></div></header>
      <div class="wrap columns">
        ${nav(this.store)}
        <main class=${state.busy ? 'waiting' : ''} aria-busy=${state.busy ? 'true' : 'false'}>
          ${state.busy ? busyView(state.busy) : nothing}
          ${VIEWS[state.step](this.store)}
        </main>
      </div>
      <p class="said" role="status" aria-live="polite">${this.spoken()}</p>
    </div>`;
  }

  /** Tells of long work now and then, not of each hundredth. */
  private spoken(): string {
    const { busy, message } = this.store.state;
    return busy ? `${busy.label}${busy.share ? ` ${Math.floor(busy.share * 4) * 25}%` : ''}` : message;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.hadFocus = Boolean((this.renderRoot as ShadowRoot).activeElement);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // What was pressed has gone with what it did (用示例试一试): what came of it has the focus.
    if (this.hadFocus && !(this.renderRoot as ShadowRoot).activeElement) this.renderRoot.querySelector<HTMLElement>('#taken')?.focus();
    const { step, busy } = this.store.state;
    const isNew = step !== this.shown;
    if (isNew) {
      this.shown = step;
      this.arriving = true;
      scrollTo(0, 0);
    }
    if (this.arriving) {
      // What is worked out meanwhile brings a heading of its own; whoever has gone on by then stays there.
      if (isNew || !(this.renderRoot as ShadowRoot).activeElement) this.renderRoot.querySelector<HTMLElement>('#step')?.focus();
      this.arriving = busy !== undefined;
    }
    if (step === 'look')
      preview.show({ attributes: attributesOf(this.store.state.look, presentKinds(this.store.outcome)), config: this.pageConfig, document: this.document });
  }

  /** What the page has to know beside its data. */
  private get pageConfig(): SgsConfig | undefined {
    const { config } = this.store;
    return pageNeeds(config) ? config : undefined;
  }

  private get document(): string {
    const of = [this.store.outcome, this.store.state.publisher, this.store.state.standard];
    if (!this.text?.of.every((value, at) => value === of[at]))
      this.text = { of, document: [...this.store.pieces(MOST_PREVIEWED)].join('') };
    return this.text.document;
  }
}
