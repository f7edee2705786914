/**
 * What a citizen wants to know of a penalty, from its own facts: how long it is public, from when on repair may be asked for, by
 * when to object. What a record does not state is not guessed. A row a line, with its source.
 */
export interface CitizenFacts {
  readonly kind: string;
  readonly status: string;
  readonly publicUntil?: string | undefined;
  readonly repairableFrom?: string | undefined;
}

/** `until`: public until; `repair`: earliest day of repair; `appeal`: the law's periods, where the decision states none. */
export type CitizenLineName = 'until' | 'repair' | 'appeal';

export interface CitizenLine {
  readonly name: CitizenLineName;
  /** ISO; '' where the day depends on when the decision was received. */
  readonly date: string;
  /** Days from today until then. */
  readonly days: number;
}

const daysUntil = (today: string, date: string): number => Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);

/**
 * @param today ISO
 * @param remedy the decision, or the feed for it, says itself where and by when to object
 */
export function citizenLines(facts: CitizenFacts, today: string, remedy: boolean): readonly CitizenLine[] {
  const { kind, status, publicUntil, repairableFrom } = facts;
  if (kind !== 'penalty' || status === 'revoked') return [];
  const line = (name: CitizenLineName, date: string): CitizenLine => ({ name, date, days: date ? daysUntil(today, date) : 0 });
  return [
    // 国家发展改革委令第36号: at the end of the longest period publicity stops by itself. 2099: no end is stated.
    ...(publicUntil && publicUntil >= today && publicUntil < '2099' ? [line('until', publicUntil)] : []),
    // 国家发展改革委令第36号: the shortest period of the grade, counted from the decision.
    ...(repairableFrom ? [line('repair', repairableFrom)] : []),
    // 行政复议法 (2023) art. 20; 行政诉讼法 (2017) art. 46: both count from the day on which somebody learns of the decision.
    ...(remedy ? [] : [line('appeal', '')]),
  ];
}
