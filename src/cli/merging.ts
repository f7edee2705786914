/** What merging and updating share: what is written beside the records, and how a change is said. */
import { stat } from 'node:fs/promises';
import type { FeedReport } from '../feed/feed.js';
import { differenceLabel } from '../publication/decision.js';
import { KIND_DEFS, type Kind } from '../model/kinds.js';
import type { Options } from './command.js';
import { writeGuarded, type Target } from './guard.js';
import { textOption } from './options.js';

export const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

export const writeText = (target: Target, text: string): Promise<void> => writeGuarded(target, async (file) => {
  await file.write(text);
});

/** `行政处罚 青罚〔2026〕1号` */
export const decisionLabel = ({
  kind,
  documentNumber,
  id,
}: {
  readonly kind: Kind;
  readonly documentNumber?: string | undefined;
  readonly id?: string;
}): string => `${KIND_DEFS[kind].label} ${documentNumber ?? id ?? ''}`;

/** Fields in words; what follows from another field is not named. */
export const fieldsText = (kind: Kind, fields: readonly string[]): string =>
  fields
    .filter((field) => field !== 'title')
    .map((field) => differenceLabel(kind, field))
    .join('、');

export const publisherOf = (
  options: Options,
  report: FeedReport | undefined,
): { readonly publisher?: { readonly name?: string; readonly code?: string; readonly url?: string } } => {
  const name = textOption(options, 'publisher');
  const publisher = name ? { ...report?.meta.publisher, name } : report?.meta.publisher;
  return publisher ? { publisher } : {};
};

/** The standard that all of them follow. */
export const standardOf = (all: readonly (string | null | undefined)[]): '2015' | '2018' | undefined => {
  const [first, second] = [...new Set(all.filter((one) => one !== 'any' && one !== undefined))];
  return second === undefined && (first === '2015' || first === '2018') ? first : undefined;
};
