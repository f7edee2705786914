/** Values of options as commands need them. */
import { CliError, type Options } from './command.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The value of an option that is a day. @throws {CliError} when it is none */
export function dayOption(options: Options, name: string): string | undefined {
  const value = options[name];
  if (value === undefined) return undefined;
  if (!DATE.test(String(value)) || Number.isNaN(Date.parse(String(value)))) throw new CliError(`--${name} 应为 YYYY-MM-DD。`);
  return String(value);
}

/** Text of an option; undefined where it was not given or has no value. */
export const textOption = (options: Options, name: string): string | undefined =>
  (options[name] === undefined || typeof options[name] === 'boolean' ? undefined : String(options[name]));

/** Values of an option that may be given several times, as they were typed. */
export const textsOption = (options: Options, name: string): readonly string[] => {
  const value = options[name];
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value])
    .filter((one) => one !== undefined && typeof one !== 'boolean')
    .map(String);
};

/** The value of an option that is a day, today where it is given without one. @throws {CliError} when it is none */
export const dayOrToday = (options: Options, name: string, today: string): string | undefined =>
  options[name] === true ? today : dayOption(options, name);
