/**
 * 网络检测: a log of first sight for each department. NDJSON, only ever appended to; each line bears a hash of itself and the
 * line before, so that nobody can change or drop one unseen; a last line that was cut short is known by that and left out.
 *
 * Lines: `log` opens the file; `run` a look at the feeds (`ok: false`: they could not be read); `seen`, `changed`, `gone`,
 * `back` what it found; `end` closes a look that came to its end. No name of anybody is in it.
 */

/** Why a record is no longer public. */
export type GoneReason = 'expired' | 'repaired' | 'withdrawn' | 'withheld' | 'silently';

export type LogEvent =
  | { readonly op: 'log'; readonly department: string; readonly format: 1 }
  /** `t`: ISO time in China, to the minute; `v`: the release that looked, for another may clean texts in another way. */
  | { readonly op: 'run'; readonly t: string; readonly ok: boolean; readonly v: string; readonly why?: string }
  | { readonly op: 'seen'; readonly id: string; readonly hash: string; readonly no: string; readonly on: string; readonly until?: string }
  /** `said`: the feed itself says that it was corrected since. `to`: its new id. `v`: only the release that looks has changed. */
  | { readonly op: 'changed'; readonly id: string; readonly hash: string; readonly said: boolean; readonly to?: string; readonly v?: true }
  | { readonly op: 'gone'; readonly id: string; readonly why: GoneReason; /** ISO: on this day it was seen last. */ readonly last: string }
  | { readonly op: 'back'; readonly id: string; readonly hash: string }
  | { readonly op: 'end'; /** Records that are public. */ readonly n: number };

/** What is known of a record. */
export interface Sighting {
  readonly documentNumber: string;
  /** ISO date of the decision; '' where the record has none. */
  readonly decidedOn: string;
  /** ISO: the end of its publicity, where it states one. */
  readonly until: string | undefined;
  /** ISO date of the first look that found it. */
  readonly first: string;
  /** ISO date of the last whole look that did not; none where it was there from the first look on. */
  readonly after: string | undefined;
  readonly hash: string;
  /** ISO date since which it is as it is. */
  readonly since: string;
  readonly gone?: { readonly on: string; readonly last: string; readonly why: GoneReason } | undefined;
  /** Days on which it was changed without a word. */
  readonly silently: readonly string[];
}

export interface WatchState {
  readonly department: string;
  readonly records: ReadonlyMap<string, Sighting>;
  /** Looks at the feeds, and how many of them could read all. */
  readonly runs: number;
  readonly readable: number;
  /** ISO date of the first look that came to its end, and of the last one. */
  readonly from: string;
  readonly last: string;
  /** The release that looked last. */
  readonly version: string;
  readonly lines: number;
  /** Hash of the last line. */
  readonly chain: string;
}

/** A hash of a text, in hexadecimal digits. */
export type ChainHash = (text: string) => string;

export type ReadLog =
  | {
      readonly ok: true;
      readonly state: WatchState;
      /** Bytes that are whole lines; what follows was cut short. */
      readonly length: number;
    }
  | { readonly ok: false; /** The line that does not follow from the one before, from 1. */ readonly line: number };

/** A line of the file, with the hash that chains it to the one before. */
export const lineOf = (event: LogEvent, chain: string, hash: ChainHash): { readonly line: string; readonly chain: string } => {
  const body = JSON.stringify(event);
  const next = hash(`${chain}\n${body}`);
  return { line: `${body.slice(0, -1)},"c":"${next}"}\n`, chain: next };
};

const CHAINED = /^(\{.*),"c":"([0-9a-f]+)"\}$/;

const dayOf = (time: string): string => time.slice(0, 10);

/** Takes lines as they come and keeps what they say. */
export function createWatchReader(): { readonly take: (event: LogEvent) => void; readonly state: (chain: string) => WatchState } {
  const records = new Map<string, Sighting>();
  let [department, version, from, last, today] = ['', '', '', '', ''];
  let [runs, readable, lines] = [0, 0, 0];
  const put = (id: string, more: Partial<Sighting>): void => {
    const known = records.get(id);
    if (known) records.set(id, { ...known, ...more });
  };
  return {
    take: (event) => {
      lines++;
      switch (event.op) {
        case 'log':
          department = event.department;
          return;
        case 'run':
          runs++;
          today = dayOf(event.t);
          if (event.ok) version = event.v;
          return;
        case 'seen':
          records.set(event.id, {
            documentNumber: event.no, decidedOn: event.on, until: event.until, first: today, after: last || undefined,
            hash: event.hash, since: today, silently: [],
          });
          return;
        case 'changed': {
          const known = records.get(event.id);
          if (!known) return;
          if (event.to !== undefined) records.delete(event.id);
          records.set(event.to ?? event.id, {
            ...known, hash: event.hash, ...(!event.v && { since: today }),
            silently: event.said || event.v ? known.silently : [...known.silently, today],
          });
          return;
        }
        case 'gone':
          put(event.id, { gone: { on: today, last: event.last, why: event.why } });
          return;
        case 'back':
          put(event.id, { gone: undefined, hash: event.hash });
          return;
        case 'end':
          readable++;
          from ||= today;
          last = today;
      }
    },
    state: (chain) => ({ department, records, runs, readable, from, last, version, lines, chain }),
  };
}

/** Reads a log. @param hash none: the chain is not verified, as in a page, which only shows what the tool has verified */
export function readLog(text: string, hash?: ChainHash): ReadLog {
  const reader = createWatchReader();
  let chain = '';
  let at = 0;
  for (let line = 1; at < text.length; line++) {
    const end = text.indexOf('\n', at);
    // The file was cut while this was written.
    if (end < 0) break;
    const [, head = '', own = ''] = CHAINED.exec(text.slice(at, end)) ?? [];
    if (!own || (hash && hash(`${chain}\n${head}}`) !== own)) return { ok: false, line };
    reader.take(JSON.parse(`${head}}`) as LogEvent);
    chain = own;
    at = end + 1;
  }
  return { ok: true, state: reader.state(chain), length: new TextEncoder().encode(text.slice(0, at)).length };
}
