// One run after another into one log, until somebody kills it; says what is safely on the disk.
import { writeSync } from 'node:fs';
import { linesOfRun } from '../../src/score/watch-run.js';
import { addToLog, alone, digest, openLog } from '../../src/cli/watching.js';
import type { WatchEntry } from '../../src/score/watch-entry.js';

const [folder = '', path = '', department = ''] = process.argv.slice(2);

/** Decisions that a run sees: twelve hundred more each time, so that each takes three lines. */
const decisions = (runs: number): readonly WatchEntry[] => Array.from({ length: Math.min((runs + 1) * 1200, 12_000) }, (_, at) => ({
  id: `id${at}`, hash: digest(String(at)).slice(0, 8), kind: 'license', documentNumber: `青许〔2026〕${at}号`,
  decidedOn: '2026-11-02', publishedOn: '2026-11-03', until: '', updatedOn: '',
}));

await alone(folder, async () => {
  for (;;) {
    const opened = await openLog(path, department);
    if (!opened.log.ok) throw new Error(opened.log.problem);
    const { state } = opened.log;
    const lines = linesOfRun(state, { entries: decisions(state.runs.length), heldBack: [] }, '2026-11-03 08:00', '1');
    // Before and after each writing, so that whoever kills it knows where it stands.
    writeSync(1, '.\n');
    writeSync(1, `${await addToLog(path, department, opened, lines)}\n`);
  }
});
