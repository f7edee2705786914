/**
 * Records of one shape are copies of one object, whose values are then put in: adding twenty keys to an empty one takes several
 * times as long, and leaves as much garbage.
 */
import type { Read } from './cells.js';
import type { Plan } from './plan.js';

/** A record in the making. */
export type Draft = Record<string, unknown>;

/** Fields whose being there or not is kept in one number. */
const MOST_FIELDS = 50;
/** Shapes of one plan: where every row leaves out others, each is made as it comes. */
const MOST_SHAPES = 100;

const isShown = (read: Read | undefined): boolean => typeof read === 'string' || read?.shown !== undefined;

/** All keys of a record in the order in which the long way adds them. */
const templateOf = (plan: Plan, reads: readonly (Read | undefined)[], hasEnd: boolean, hasRepair: boolean): Draft => {
  const fields = plan.fields.filter(({ at }) => isShown(reads[at])).map(({ field }) => field);
  const template: Draft = {};
  for (const key of [...fields, ...(hasEnd ? ['publicUntil'] : []), 'id', 'kind', 'title', 'category', 'status', 'extra',
    ...(hasRepair ? ['repairFrom'] : [])]) template[key] = undefined;
  return template;
};

/** A record without values; without keys where their order is the row's own. */
export function draftOf(plan: Plan, reads: readonly (Read | undefined)[], hasEnd: boolean, hasRepair: boolean): Draft {
  const { fields, drafts, isSimple } = plan;
  if (!isSimple || fields.length > MOST_FIELDS) return {};
  let shape = (hasEnd ? 2 : 0) + (hasRepair ? 1 : 0);
  for (let at = 0; at < fields.length; at++) shape = shape * 2 + (isShown(reads[at]) ? 1 : 0);
  let template = drafts.get(shape);
  if (!template) {
    template = templateOf(plan, reads, hasEnd, hasRepair);
    if (drafts.size < MOST_SHAPES) drafts.set(shape, template);
  }
  return { ...template };
}
