/**
 * The publicity gate: what may not be shown is withheld before it reaches any memory that is rendered, searched or
 * exported. One row a rule, in the order in which a reason is named; each cites its source.
 */
import type { WithheldReason } from '../model/outcome.js';
import type { Status } from '../model/record.js';

/** What the gate looks at. Dates are ISO, in Chinese time. */
export interface GateFacts {
  /** Today in China. */
  readonly today: string;
  readonly scope?: 'internal' | 'restricted' | undefined;
  readonly status?: Status | undefined;
  readonly decidedOn?: string | undefined;
  readonly publicUntil?: string | undefined;
  /** The day on which a black list entry is moved out or repaired. */
  readonly removedOn?: string | undefined;
  /** Repaired, or its publicity ended. */
  readonly repaired?: boolean | undefined;
  /** A slight failing (轻微). */
  readonly slight?: boolean | undefined;
  /** Something at the gate is not understood. */
  readonly unclear?: boolean | undefined;
  /** The subject was no adult on the day of the decision (see `minors.ts`). */
  readonly minor?: boolean | undefined;
}

type Rule = readonly [reason: WithheldReason, applies: (facts: GateFacts) => boolean];

// What must not be shown at all comes before a revocation, which leaves a notice.
const RULES: readonly Rule[] = [
  // Penalties against minors are not published (浙江省行政处罚结果信息网上公开暂行办法; domain §2.4).
  ['minor', (f) => f.minor === true],
  // 信息使用范围 (XK_SYFW, CF_SYFW): 1 仅政府部门内部共享, 2 仅可授权查询 (domain §1.6, trap 10); 政府信息公开条例 art. 14–16.
  ['internal', (f) => f.scope === 'internal'],
  ['restricted', (f) => f.scope === 'restricted'],
  // 令36号 (2025): publicity stops by itself at the end of its period.
  ['expired', (f) => f.publicUntil !== undefined && f.publicUntil < f.today],
  // A decision can't be published before it is made (2015/16 fill notes: not after the reporting day).
  ['future', (f) => f.decidedOn !== undefined && f.decidedOn > f.today],
  // 令36号 art. 3, 国办发〔2025〕22号: what is repaired is shown nowhere any more.
  ['repaired', (f) => f.repaired === true || (f.removedOn !== undefined && f.removedOn <= f.today)],
  // 令36号: 轻微失信 is in principle not published.
  ['slight', (f) => f.slight === true],
  // Fail closed: what is not understood is not published.
  ['unclear', (f) => f.unclear === true],
  // 行政处罚法 (2021) art. 48: a decision that was revoked is taken back within three days, with the reason.
  ['revoked', (f) => f.status === 'revoked'],
];

/**
 * The first reason to withhold a record; undefined where it may be shown. `rules` names those a site has switched off; what is
 * unclear is settled column by column and value by value, and never as a whole.
 */
export const withholdingReason = (
  facts: GateFacts,
  rules: Readonly<Partial<Record<WithheldReason, boolean>>> = {},
): WithheldReason | undefined =>
  RULES.find(([reason, applies]) => (rules[reason] !== false || reason === 'unclear') && applies(facts))?.[0];

/** Today's date in China, ISO, wherever the reader's clock is. */
export const todayInChina = (now: number = Date.now()): string => new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
