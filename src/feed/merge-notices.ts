/** What has to be told of several feeds, as one. */
import type { NoticeGroup } from '../model/outcome.js';

/** Those of several reports as one; rows are counted in each feed, so they are named only where there is one. */
export const mergeNotices = (reports: readonly (readonly NoticeGroup[])[]): readonly NoticeGroup[] => {
  const merged = new Map<string, NoticeGroup>();
  for (const group of reports.reduce<readonly NoticeGroup[]>((all, groups) => [...all, ...groups], [])) {
    const key = [group.column, group.rule, group.what, group.value].join('\0');
    const before = merged.get(key);
    merged.set(key, before ? { ...before, count: before.count + group.count, rows: [] } : group);
  }
  return [...merged.values()];
};
