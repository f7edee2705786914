import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import { recordFields, type FieldName } from '../../model/fields.js';
import { KIND_DEFS, type Kind } from '../../model/kinds.js';
import type { SgsRecord } from '../../model/record.js';
import type { ListSnapshot } from '../../state/list.js';
import { action } from './controls.js';
import { heading } from './heading.js';
import { data, isFilled, link, missing, status, value } from './value.js';
import type { RecordParts } from './record-parts.js';
import { fieldLabel, type View } from './view.js';

export interface DetailView extends View {
  /** The list to go back to, where there is one, with its address, where it has one. */
  readonly back: { readonly href: string | undefined } | undefined;
  /** The records before and after it in the list. */
  readonly neighbours: ListSnapshot['neighbours'];
  /** How it is laid out, as soon as that is there. */
  readonly parts: RecordParts | undefined;
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

const row = (label: unknown, content: unknown): TemplateResult =>
  html`<div class="row" part="row"><dt part="label">${label}</dt><dd part="value">${content}</dd></div>`;

const list = (rows: readonly unknown[]): TemplateResult => html`<dl>${rows}</dl>`;

/** Rows: those of the plan first, the others by what they are about; and which are empty. */
function content(view: DetailView, record: SgsRecord): unknown {
  const { words, parts } = view;
  const { kind } = record;
  const plan = ALWAYS[kind] ?? KIND_DEFS[kind].plan;
  const labelled = (field: FieldName): string => fieldLabel(view, kind, field);
  const toRow = (field: FieldName): TemplateResult => {
    const fallback = field === 'remedy' && record.remedy === undefined ? view.remedy : undefined;
    return row(labelled(field), fallback === undefined ? value(view, record, field, true) : data(view, fallback));
  };
  const filled = (field: FieldName): boolean => isFilled(record, field);
  if (record.status === 'revoked') return list(REVOKED.filter((field) => filled(field) || field === 'revokeReason').map(toRow));
  const fields = recordFields(kind);
  const others = fields.filter((field) => filled(field) && !plan?.includes(field));
  const feed = record.feedName ? [row(words.feedName, data(view, record.feedName))] : [];
  const extra = record.extra.map(({ label, value: text }) => row(data(view, label), text ? data(view, text) : missing(view)));
  const first = plan ? fields.filter((field) => plan.includes(field)).map(toRow) : [];
  if (!plan || !parts) return list([...first, ...others.map(toRow), ...feed, ...extra]);
  const empty = fields.filter((field) => !filled(field) && !plan.includes(field) && parts.isNational(kind, field));
  return [
    list(first),
    ...parts.groups.map((group) => {
      const own = { decision: [], subject: [], content: extra, publicity: feed }[group];
      const rows = [...others.filter((field) => parts.groupOf(field) === group).map(toRow), ...own];
      return rows.length ? [heading(view.level + 2, parts.words[group], `group-${group}`, 'heading', 'group'), list(rows)] : nothing;
    }),
    empty.length
      ? html`<details class="screen">
          <summary>${parts.words.unpublished(empty.length)}</summary>
          <p>${empty.map(labelled).join(words.comma)}</p>
        </details>`
      : nothing,
  ];
}

const toolbar = ({ words, send, back, tools }: DetailView): TemplateResult =>
  html`<div class="bar screen" part="toolbar">
    ${back && action({ content: words.back, href: back.href, part: 'button', go: () => send({ type: 'close' }) })}
    <span class="grow"></span>
    ${tools}
  </div>`;

/** Whom to ask, and where to object or to apply for credit repair (令36号), as the site says. */
const help = (view: DetailView): unknown => {
  const { words, config: { texts = {} } } = view;
  return (texts.contact || texts.objection || texts.repair) && html`<p class="muted" part="help">
    ${texts.contact && data(view, texts.contact)}
    ${texts.objection && link(texts.objection, words.objection)} ${texts.repair && link(texts.repair, words.repair)}</p>`;
};

/** What somebody who was punished has to know. */
const citizen = ({ parts }: DetailView, record: SgsRecord): unknown => {
  const lines = parts?.citizenLines(record);
  return lines?.length ? html`<ul class="muted" part="help">${lines.map((line) => html`<li>${line}</li>`)}</ul>` : nothing;
};

/** The records before and after it, as in a stack of paper. */
const beside = (view: DetailView): unknown => {
  const { words, parts, send, href, neighbours = [] } = view;
  const items = neighbours.map((neighbour, at) => {
    if (!neighbour || !parts) return nothing;
    const { record: { id, title }, page } = neighbour;
    const request = { type: 'open', id, page } as const;
    const text = html`${parts.words[at ? 'next' : 'previous']}${words.colon}${data(view, title)}`;
    return html`<li>${action({
      content: text, href: href(request), part: 'link', classes: '', rel: at ? 'next' : 'prev', go: () => send(request),
    })}</li>`;
  });
  return items.length ? html`<ul class="beside screen">${items}</ul>` : nothing;
};

/** One record; `null`: its id is not in the feed. */
export function detail(view: DetailView, record: SgsRecord | null): TemplateResult {
  const { words } = view;
  return html`${toolbar(view)}
    <article part="detail" aria-labelledby="record">
      ${record
        ? html`${heading(view.level + 1, html`${data(view, record.title)}${status(view, record)}`, 'record')}
            ${content(view, record)}${citizen(view, record)}${help(view)}${beside(view)}`
        : heading(view.level + 1, words.notFound, 'record')}
    </article>`;
}
