/** How far a scorecard has come, and how it gets there. */
import type { Failure } from '../../model/failure.js';
import type { LedgerRow } from '../../score/ledger-rows.js';
import type { Reading, ScoreOptions } from '../../score/score.js';
import { readSettings, type ScoreSettings } from '../../score/settings.js';
import { ledgerOf, readCard } from '../../score/web.js';

interface Reached {
  readonly none: { readonly type: 'none' };
  readonly reading: { readonly type: 'reading'; readonly done: number; readonly total: number };
  readonly failed: { readonly type: 'failed'; readonly failure: Failure };
  readonly ready: { readonly type: 'ready'; readonly readings: readonly Reading[]; readonly settings: ScoreSettings;
    readonly ledger?: readonly LedgerRow[] | undefined; readonly calendar?: ScoreOptions['calendar'] };
}

export type Phase = Reached[keyof Reached];

/** What the element is given; an attribute that was taken away leaves null. */
export interface Given {
  readonly departments: string | readonly object[] | null;
  readonly weights: string | object;
  readonly calendar: string | object;
  readonly ledger: string | object;
  readonly readings: readonly Reading[] | undefined;
}

/** The phase where nothing has to be read; undefined where something has. */
export function givenPhase({ departments, weights, readings, ledger }: Given): Phase | undefined {
  if (readings) {
    const rows = typeof ledger === 'object' ? ledgerOf(ledger) : undefined;
    if (rows && !rows.ok) return { type: 'failed', failure: rows.failure };
    const settled = readSettings(typeof weights === 'object' ? weights : {});
    return settled.ok
      ? { type: 'ready', readings, settings: settled.settings, ledger: rows?.rows }
      : { type: 'failed', failure: { code: 'config', detail: `${settled.problem}。` } };
  }
  const list = departments ?? '';
  return typeof list === 'string' && !list.trim() ? { type: 'none' } : undefined;
}

/** Reads all departments of the list. */
export async function readPhase(
  { departments, weights, calendar, ledger }: Given,
  today: string,
  signal: AbortSignal,
  onProgress: (progress: Reached['reading']) => void,
): Promise<Reached['ready' | 'failed']> {
  const result = await readCard({
    departments: typeof departments === 'string' ? departments.trim() : departments ?? '',
    ...(weights && { weights }), ...(calendar && { calendar }), ...(ledger && { ledger }),
    base: document.baseURI, today, signal,
    onProgress: (done, total) => onProgress({ type: 'reading', done, total }),
  });
  return result.ok
    ? { type: 'ready', readings: result.readings, settings: result.settings, ledger: result.ledger, calendar: result.calendar }
    : { type: 'failed', failure: result.failure };
}
