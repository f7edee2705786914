// A log of first sight in memory, and feeds as departments would give them, day after day.
import { createHash } from 'node:crypto';
import { createReader } from '../../src/feed/reader.js';
import { createObserver, type Digest, type Observation } from '../../src/score/watch-entry.js';
import { watchResult, type WatchResult } from '../../src/score/watch-findings.js';
import { chainLines, headOf, readLog } from '../../src/score/watch-log.js';
import { lineOfFailure, linesOfRun, type Said } from '../../src/score/watch-run.js';
import type { WatchLine, WatchState } from '../../src/score/watch-state.js';

export const digest: Digest = (text) => createHash('sha256').update(text).digest('base64url');

export type Row = Record<string, unknown>;

/** What a run sees of a feed. */
export const sees = (records: readonly Row[], today: string): Observation => {
  const { onRow, observation } = createObserver(digest);
  const reader = createReader({ config: {}, today, onRow, onRecords: () => undefined });
  reader.push(JSON.stringify({ standard: '2018', records }));
  reader.end();
  return observation();
};

export const NAME = '青岚市甲局';

export class Log {
  text = '';

  get state(): WatchState {
    const log = readLog(this.text, NAME, digest);
    if (!log.ok) throw new Error(log.problem);
    return log.state;
  }

  get result(): WatchResult {
    return watchResult(this.state);
  }

  add(lines: readonly WatchLine[]): void {
    const { last } = this.state;
    const whole = this.text.slice(0, this.text.lastIndexOf('\n') + 1);
    this.text = whole + chainLines(last === '' ? [headOf(NAME), ...lines] : lines, last, digest).text;
  }

  run(day: string, records: readonly Row[], said?: Said, by = '1'): void {
    this.add(linesOfRun(this.state, sees(records, day), `${day} 08:00`, by, said));
  }

  fail(day: string): void {
    this.add([lineOfFailure(`${day} 08:00`, 'network')]);
  }
}

export const license = (serial: number, decidedOn: string, more: Row = {}): Row => ({
  kind: 'license', documentNumber: `青许〔${decidedOn.slice(0, 4)}〕${serial}号`, subjectName: `青岚市第${serial}号有限公司`,
  category: '普通', content: '准予从事食品经营。', decidedOn, authority: NAME, ...more,
});

export const penalty = (serial: number, decidedOn: string, more: Row = {}): Row => ({
  kind: 'penalty', documentNumber: `青罚〔${decidedOn.slice(0, 4)}〕${serial}号`, subjectName: `青岚市第${serial}号有限公司`,
  category: '罚款', facts: '超范围经营。', basis: '《某某条例》第一条', result: '罚款', decidedOn, authority: NAME, ...more,
});
