/** All gate columns of a row together: what the gate has to know, and what the webmaster has to be told. */
import type { Notice, WithheldReason } from '../../model/outcome.js';
import type { Status } from '../../model/record.js';
import { gateColumn, type GateColumn } from './columns.js';
import { gateDate, type DateReaders } from './dates.js';
import type { Standing } from './families.js';
import { judgeColumn, type Judgement, type KnownStandard } from './judge.js';
import { wordsIn } from './words-in.js';

/** A filled column of a row. */
export interface Column {
  readonly label: string;
  readonly value: unknown;
  /** What the column is, where a site's mapping or our own format says so; else its label tells. */
  readonly gate?: GateColumn | undefined;
  /** What the value means, where the site has settled it. */
  readonly settled?: Standing;
}

export interface StandingContext extends DateReaders {
  /** Today in China. */
  readonly today: string;
  readonly standard: KnownStandard;
  /** From this day periods of publicity count. */
  readonly decidedOn?: string | undefined;
}

export interface RowStanding {
  readonly scope?: 'internal' | 'restricted';
  readonly repaired: boolean;
  readonly unclear: boolean;
  readonly status?: Status;
  /** The earliest of the stated ends of publicity, and the column that states it. */
  readonly publicUntil?: string;
  readonly endColumn?: string;
  /** A code whose standard is not known yet: to be asked again when it is. */
  readonly undecided: boolean;
  readonly notices: readonly Notice[];
}

const REASONS: Readonly<Partial<Record<Standing, WithheldReason>>> = {
  internal: 'internal', restricted: 'restricted', repaired: 'repaired', ended: 'repaired', revoked: 'revoked', unclear: 'unclear',
};

/** Long values are told by their beginning. */
const MOST_TOLD = 60;
const textOfValue = (value: unknown): string => {
  const text = wordsIn(value)?.join('；') ?? '{…}';
  return text.length > MOST_TOLD ? `${text.slice(0, MOST_TOLD)}…` : text;
};

/** What the gate columns of a row come to. Columns that are none are passed over. */
export function standingOfRow(columns: readonly Column[], context: StandingContext): RowStanding {
  const notices: Notice[] = [];
  const judged: { readonly column: Column; readonly family: string; readonly told: boolean; readonly said: Judgement }[] = [];
  let end: { readonly date: string; readonly label: string } | undefined;
  for (const column of columns) {
    const { label, value } = column;
    const gate = column.gate ?? gateColumn(label);
    if (!gate) continue;
    const family = gate.family.name;
    // A reason (撤销原因) is a sentence, which may name anybody.
    const told = gate.form !== 'mention';
    if (column.settled) {
      judged.push({ column, family, told, said: { standing: column.settled, known: true } });
      continue;
    }
    if (gate.form !== 'end' && gate.form !== 'event') {
      judged.push({ column, family, told, said: judgeColumn(gate, value, context.standard) });
      continue;
    }
    const read = gateDate(gate, label, value, context.decidedOn, context);
    if ('standing' in read) judged.push({ column, family, told, said: read });
    else if (read.date === undefined) {
      if (read.told) notices.push({ column: label, value: textOfValue(value), rule: 'no-date', what: 'ignored' });
    } else if (gate.form === 'event') {
      if (read.date <= context.today) judged.push({ column, family, told, said: { standing: gate.family.yes as Standing, known: true } });
    } else if (!end || read.date < end.date) end = { date: read.date, label };
  }
  // A word of the record's status says what its code means (状态 1, 状态名称 正常).
  const isStatus = (one: { readonly family: string }): boolean => one.family === 'status';
  const spoken = judged.some((one) => isStatus(one) && one.said.known && !one.said.code);
  const counted = judged.filter((one) => !(spoken && isStatus(one) && one.said.code));
  const standings = new Set<Standing>();
  for (const { column: { label, value: held }, told, said } of counted) {
    const isTold = told && (REASONS[said.standing] !== undefined || !said.known);
    const value = isTold ? { value: textOfValue(held) } : {};
    standings.add(said.standing);
    const reason = REASONS[said.standing];
    if (reason) notices.push({ column: label, ...value, rule: reason, what: 'withheld' });
    else if (!said.known) notices.push({ column: label, ...value, rule: 'unknown-word', what: 'shown' });
  }
  const scope = (['internal', 'restricted'] as const).find((one) => standings.has(one));
  const status = (['revoked', 'disputed', 'other'] as const).find((one) => standings.has(one))
    ?? (counted.some(isStatus) ? 'valid' : undefined);
  return {
    ...(scope && { scope }),
    repaired: standings.has('repaired') || standings.has('ended'),
    unclear: standings.has('unclear'),
    undecided: standings.has('undecided'),
    ...(status && { status }),
    ...(end && { publicUntil: end.date, endColumn: end.label }),
    notices,
  };
}
