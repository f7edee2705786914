/** What a command is: one file in `commands/`, one row in `commands.ts`. */
import type { Io } from './io.js';

/** Codes for CI: what a script can tell apart. */
export const EXIT = {
  /** Done, and nothing to complain about. */
  ok: 0,
  /** Done, and something was found that somebody has to look at. */
  found: 1,
  /** Not done: a wrong option, a file that can't be read, a server that does not answer. */
  failed: 2,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Values of options by their camelCase names, as they were typed: a number may come as number or text, what is given twice as a list. */
export type Options = Readonly<Record<string, string | number | boolean | undefined | readonly (string | number)[]>>;

export interface Command {
  /** How it is called: `check <...feed>`; `<…>` must, `[…]` may be given. */
  readonly usage: string;
  /** What it is for (Chinese): one line of the help. */
  readonly about: string;
  /** Flags (`--as-of <date>`) and what they do (Chinese). */
  readonly options: readonly (readonly [flags: string, about: string])[];
  /** Whole command lines that work. */
  readonly examples: readonly string[];
  /** Loaded when it is called, so that `sgs --help` is there at once. */
  readonly load: () => Promise<{ readonly run: Run }>;
}

/**
 * @param args what stands beside the options, in order; several in one (`<...feed>`) are one list
 * @throws {CliError} with a sentence for the person at the terminal
 */
export type Run = (args: readonly (string | readonly string[])[], options: Options, io: Io) => Promise<ExitCode>;

/** Something a person can put right: shown as it is, without a stack. */
export class CliError extends Error {
  override readonly name = 'CliError';

  /** @param exit `found` where the command only asks before it goes on */
  constructor(message: string, readonly exit: ExitCode = EXIT.failed) {
    super(message);
  }
}
