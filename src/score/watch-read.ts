/** One run of 网络检测 of one department: its feeds are read through all rules of the page, and looked at. */
import { isPlainObject, type SgsConfig } from '../model/config.js';
import type { Failure } from '../model/failure.js';
import { isKind } from '../model/kinds.js';
import type { Load } from './department.js';
import type { Department } from './departments.js';
import { createObserver, numberKey, type Digest, type Observation } from './watch-entry.js';
import type { Said } from './watch-run.js';
import type { GoneReason } from './watch-state.js';

export type Look = { readonly ok: true; readonly observation: Observation } | { readonly ok: false; readonly failure: Failure };

/** @param today ISO, in Chinese time */
export async function lookAt(
  { feeds }: Department, config: SgsConfig | undefined, today: string, load: Load, digest: Digest,
): Promise<Look> {
  const { onRow, observation } = createObserver(digest);
  for (const feed of feeds) {
    const result = await load(feed, { today, onRow, onRecords: () => undefined, ...(config && { config }) });
    // What half of the feeds do not hold is not gone.
    if (!result.ok) return result;
  }
  return { ok: true, observation: observation() };
}

/** What a line of a history (`sgs merge --history`) says of a decision that is gone. */
const ENDED: Readonly<Record<string, GoneReason>> = { expired: 'expired', repaired: 'repaired', revoked: 'withdrawn' };

/** Changes that departments have told of themselves; lines that say nothing of this are passed over. */
export const saidIn = (histories: readonly (readonly unknown[])[]): Said => {
  const said = new Map<string, 'corrected' | GoneReason>();
  for (const line of histories.flatMap((lines) => [...lines])) {
    if (!isPlainObject(line) || !isKind(line['kind']) || typeof line['documentNumber'] !== 'string') continue;
    const { kind, documentNumber, what, reason } = line;
    const told = what === 'corrected' ? 'corrected' : what === 'withdrawn' ? 'withdrawn'
      : what === 'ended' ? ENDED[String(reason)] ?? 'withheld' : undefined;
    if (told) said.set(numberKey(kind, documentNumber), told);
  }
  return said;
};
