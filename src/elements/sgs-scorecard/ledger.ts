/** 全面性: what was decided against what was published, in figures, with what each of them is. */
import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import type { LedgerGroup } from '../../locale/score-words.js';
import type { LedgerSplit } from '../../score/ledger.js';
import type { Scorecard } from '../../score/score.js';
import { ledgerCells } from '../../score/sheets.js';
import { cell, heads, unknown, type CardView } from './views.js';

/* eslint-disable lit-a11y/no-redundant-role -- `display: block` of narrow tables takes the roles away in some browsers */
function table(view: CardView, { settings }: Scorecard, splits: readonly LedgerSplit[], caption: string, hidden: boolean): TemplateResult {
  const { words } = view;
  const [, ...labels] = words.ledgerHeads;
  const figure = (held: string | number): TemplateResult => (held === '' ? unknown(view) : html`<span class="num">${held}</span>`);
  const row = ({ by, name, figures }: LedgerSplit): TemplateResult => html`<tr role="row" part="row">
    <th role="rowheader" scope="row" part="cell">${words.ledgerName(by, name)}</th>${
  ledgerCells(figures, settings).map((held, at) => cell(labels[at] ?? '', figure(held)))}</tr>`;
  return html`<table role="table" part="table" class="cards figures"><caption class=${hidden ? 'vh' : ''}>${caption}</caption>
    ${heads(words.ledgerHeads)}<tbody role="rowgroup">${splits.map(row)}</tbody></table>`;
}

const GROUPS: readonly LedgerGroup[] = ['county', 'department', 'month'];

/** All and each kind are there at once; counties, departments and months unfold. */
export function ledger(view: CardView, card: Scorecard): unknown {
  const { words } = view;
  const { ledger: splits } = card;
  if (!splits) return nothing;
  const of = (...groups: readonly LedgerGroup[]): readonly LedgerSplit[] => splits.filter(({ by }) => groups.includes(by));
  const folded = GROUPS.filter((by) => of(by).length).map((by) => html`<details part="ledger">
    <summary part="summary"><span class="strong">${words.ledgerBy(by)}</span> <span class="muted">${of(by).length}</span></summary>
    <div class="inside">${table(view, card, of(by), `${words.ledger}：${words.ledgerBy(by)}`, true)}</div></details>`);
  return html`${view.heading(words.ledger, 'ledger')}
    ${table(view, card, of('all', 'kind'), words.ledger, true)}
    <ul class="rules muted">${words.ledgerRules.map((rule) => html`<li>${rule}</li>`)}</ul>
    ${folded}`;
}

/** The line of one department. */
export function ownLedger(view: CardView, card: Scorecard, department: string): unknown {
  const own = (card.ledger ?? []).filter(({ by, name }) => by === 'department' && name === department);
  return own.length ? table(view, card, own, view.words.ledger, false) : nothing;
}
