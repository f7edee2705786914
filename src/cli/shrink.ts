/** Far fewer records than before are rather a broken export than a clean-up: whoever means it says `--shrink`. */
import { CliError, EXIT, type Options } from './command.js';

export const SHRINK: readonly [flags: string, about: string] = ['--shrink', '记录少到不足原来的一半或一条不剩时，照样写入'];

/** From some to none, or to less than half. */
const shrinks = (before: number, after: number): boolean => before > 0 && after * 2 < before;

const MEANS = '确实如此的，请加 --shrink。';

/**
 * @param left records that leave by somebody's word (`--repaired`)
 * @param means how to say that it is meant
 * @throws {CliError} before anything is written
 */
export function assertNoShrink(place: string, before: number, after: number, options: Options, left = 0, means = MEANS): void {
  if (options['shrink'] === true || !shrinks(before, after + left)) return;
  throw new CliError(`${place} 现有 ${before} 条，新的只有 ${after} 条${after ? '，不到一半' : ''}，没有改动。`
    + `请先核对数据是否完整。${means}`, EXIT.found);
}
