import type { TemplateResult } from 'lit';
import { html } from '../html.js';
import { recordFields, type FieldName } from '../../model/fields.js';
import type { Kind } from '../../model/kinds.js';
import type { SgsRecord } from '../../model/record.js';
import { citizenLines } from '../../rules/citizen-lines.js';
import { today } from '../today.js';
import { action } from './controls.js';
import { heading } from './heading.js';
import { isFilled, link, missing, status, value } from './value.js';
import { fieldLabel, type View } from './view.js';

export interface DetailView extends View {
  /** The list to go back to, where there is one, with its address, where it has one. */
  readonly back: { readonly href: string | undefined } | undefined;
  /** The buttons of the tools, and the switch to large print. */
  readonly tools: unknown;
  /** Ways to appeal against a penalty that says none itself. */
  readonly remedy: string | undefined;
}

/** What the plan asks to publish (product contract, "What is published") is shown even when it is missing. */
const ALWAYS: Readonly<Partial<Record<Kind, readonly FieldName[]>>> = {
  license: ['documentNumber', 'documentName', 'basis', 'projectName', 'subjectName', 'creditCode', 'authority', 'decidedOn', 'validTo'],
  penalty: ['documentNumber', 'basis', 'caseName', 'subjectName', 'creditCode', 'facts', 'authority', 'result', 'remedy', 'decidedOn'],
};

/** A revoked decision shows which it was, that it is revoked, and why; nothing of its content (行政处罚法 第四十八条). */
const REVOKED: readonly FieldName[] = ['documentNumber', 'authority', 'decidedOn', 'revokedOn', 'revokeReason'];

const row = (label: string, content: unknown): TemplateResult =>
  html`<div class="row" part="row"><dt part="label">${label}</dt><dd part="value">${content}</dd></div>`;

function rows(view: DetailView, record: SgsRecord): unknown[] {
  const { kind } = record;
  const revoked = record.status === 'revoked';
  const fields = (revoked ? REVOKED : recordFields(kind)).filter(
    (field) => isFilled(record, field) || (revoked ? field === 'revokeReason' : ALWAYS[kind]?.includes(field)),
  );
  const known = fields.map((field) => {
    const fallback = field === 'remedy' && record.remedy === undefined ? view.remedy : undefined;
    return row(fieldLabel(view, kind, field), fallback ?? value(view, record, field, true));
  });
  if (record.feedName) known.push(row(view.words.feedName, record.feedName));
  return revoked ? known : [...known, ...record.extra.map(({ label, value: text }) => row(label, text || missing(view)))];
}

/** How long it is public, from when on repair may be asked for, by when to object; each with its source. */
const citizenRows = ({ words, remedy }: DetailView, record: SgsRecord): readonly TemplateResult[] =>
  citizenLines(record, today(), Boolean(record.remedy ?? remedy)).map(({ name, date, days }) => {
    const [label, text, source] = words.citizen(name, date, days);
    return row(label, html`${text}<span class="muted">（${source}）</span>`);
  });

const toolbar = ({ words, send, back, tools }: DetailView): TemplateResult =>
  html`<div class="bar screen" part="toolbar">
    ${back && action({ content: words.back, href: back.href, part: 'button', go: () => send({ type: 'close' }) })}
    <span class="grow"></span>
    ${tools}
  </div>`;

/** Whom to ask, and where to object or to apply for credit repair (令36号), as the site says. */
const help = ({ words, config: { texts = {} } }: DetailView): unknown =>
  (texts.contact || texts.objection || texts.repair) && html`<p class="muted" part="help">${texts.contact}
    ${texts.objection && link(texts.objection, words.objection)} ${texts.repair && link(texts.repair, words.repair)}</p>`;

/** One record; `null`: its id is not in the feed. */
export function detail(view: DetailView, record: SgsRecord | null): TemplateResult {
  const { words } = view;
  return html`${toolbar(view)}
    <article part="detail" aria-labelledby="record">
      ${record
        ? html`${heading(view.level + 1, html`${record.title}${status(view, record)}`, 'record')}
            <dl>${rows(view, record)}${citizenRows(view, record)}</dl>${help(view)}`
        : heading(view.level + 1, words.notFound, 'record')}
    </article>`;
}
