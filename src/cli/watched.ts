/** Logs of first sight, for the ranking. */
import type { Calendar } from '../rules/calendar.js';
import type { DepartmentScore, Reading } from '../score/score.js';
import { withWatch } from '../score/watch-score.js';
import { watchLines, watchText } from '../score/watch-words.js';
import { CliError } from './command.js';
import { logPath, openLog } from './watching.js';

/** What the list of departments says of a log that is not there. */
const missing = (path: string): CliError =>
  new CliError(`${path}：没有检测日志。请先运行 sgs watch，或用 --log 写明日志的文件夹，或从部门列表中删去 watch。`);

/**
 * What their logs prove of departments.
 * @param folder all logs; without it those that the list names are read
 * @param at where a place lies that the list names
 * @throws {CliError} where one was changed, or is not where the list says: nothing is then believed
 */
export async function withLogs(
  readings: readonly Reading[], folder: string | undefined, at: (place: string) => string, calendar?: Calendar,
): Promise<readonly Reading[]> {
  const all: Reading[] = [];
  for (const reading of readings) {
    const { name, watch } = reading.department;
    if (folder === undefined && watch === undefined) {
      all.push(reading);
      continue;
    }
    const path = folder === undefined ? at(watch as string) : logPath(folder, name);
    const { log, size } = await openLog(path, name);
    if (folder === undefined && size === 0) throw missing(path);
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
