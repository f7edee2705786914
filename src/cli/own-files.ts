/** What the build has put beside the command line. */
import { readFileSync } from 'node:fs';
import { CliError } from './command.js';

/**
 * Integrity of a script by its file name.
 * @throws {CliError} where the package was not built
 */
export function integrityOf(file: string, place: URL = new URL('../sri.json', import.meta.url)): string {
  try {
    const hash = (JSON.parse(readFileSync(place, 'utf8')) as Readonly<Record<string, string>>)[file];
    if (hash) return hash;
  } catch {
    // Said below.
  }
  throw new CliError(`没有找到 ${file} 的完整性校验值（sri.json）：请使用构建好的 dist，或不写 --sri。`);
}
