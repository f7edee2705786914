/** Logs of first sight, for the ranking. */
import type { Calendar } from '../rules/calendar.js';
import type { DepartmentScore, Reading } from '../score/score.js';
import { withWatch } from '../score/watch-score.js';
import { watchLines, watchText } from '../score/watch-words.js';
import { CliError } from './command.js';
import { logPath, openLog } from './watching.js';

/** What the logs of a folder prove of each department. @throws {CliError} where one was changed: nothing is then believed */
export async function withLogs(readings: readonly Reading[], folder: string, calendar?: Calendar): Promise<readonly Reading[]> {
  const all: Reading[] = [];
  for (const reading of readings) {
    const { name } = reading.department;
    const path = logPath(folder, name);
    const { log } = await openLog(path, name);
    if (!log.ok) throw new CliError(`${path}：${log.problem}。`);
    all.push(withWatch(reading, log.state, calendar));
  }
  return all;
}

/** Findings shown of each department; all of them stand in the files. */
const SHOWN = 10;

export const watchTextLines = ({ watch }: DepartmentScore): readonly string[] => (watch ? [
  ...watchLines(watch).map((line) => `    ${line}`),
  ...watch.findings.slice(0, SHOWN).map((finding) => `      ${finding.documentNumber || '（无文号）'}  ${watchText(finding)}`),
  ...(watch.findings.length > SHOWN ? [`      另有 ${watch.findings.length - SHOWN} 处，见 --xlsx、--json`] : []),
] : []);
