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
  /** A black list entry that has been moved out or repaired. */
  readonly removedOn?: string | undefined;
  /** Of the person punished, from the ID column, which is read for this and then forgotten. */
  readonly bornOn?: string | undefined;
}

/** Years at which a person is of age: 民法典 art. 17. */
const FULL_AGE = 18;

const ageOn = (bornOn: string, date: string): number =>
  Number(date.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (date.slice(5) < bornOn.slice(5) ? 1 : 0);

type Rule = readonly [reason: WithheldReason, applies: (facts: GateFacts) => boolean];

const RULES: readonly Rule[] = [
  // 信息使用范围 (XK_SYFW, CF_SYFW): 1 仅政府部门内部共享, 2 仅可授权查询 (domain §1.6, trap 10).
  ['internal', (f) => f.scope === 'internal'],
  ['restricted', (f) => f.scope === 'restricted'],
  // 行政处罚法 (2021) art. 48: a decision that was revoked is taken back within three days, with the reason.
  ['revoked', (f) => f.status === 'revoked'],
  // 令36号 (2025): publicity stops by itself at the end of its period; a repaired item is shown nowhere any more.
  ['expired', (f) => (f.publicUntil !== undefined && f.publicUntil < f.today) || (f.removedOn !== undefined && f.removedOn <= f.today)],
  // A decision can't be published before it is made (2015/16 fill notes: not after the reporting day).
  ['future', (f) => f.decidedOn !== undefined && f.decidedOn > f.today],
  // Penalties against minors are not published (浙江省行政处罚结果信息网上公开暂行办法; domain §2.4).
  ['minor', (f) => f.bornOn !== undefined && f.decidedOn !== undefined && ageOn(f.bornOn, f.decidedOn) < FULL_AGE],
];

/** The first reason to withhold a record; undefined where it may be shown. `rules` names those a site has switched off. */
export const withholdingReason = (
  facts: GateFacts,
  rules: Readonly<Partial<Record<WithheldReason, boolean>>> = {},
): WithheldReason | undefined =>
  RULES.find(([reason, applies]) => rules[reason] !== false && applies(facts))?.[0];

/** Today's date in China, ISO, wherever the reader's clock is. */
export const todayInChina = (now: number = Date.now()): string => new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
