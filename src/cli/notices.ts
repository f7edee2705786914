/** What the reader tells of withheld, masked and unknown things, for people at a terminal. */
import { NOTICE_EFFECTS, noticeSections, noticeText, type PlacedNotice } from '../check/notice-words.js';
import type { Source } from './source.js';

/** Notices that are listed of each kind. */
const SHOWN = 10;

/** Grouped by what became of them. @param all every one */
export const noticeLines = (notices: readonly PlacedNotice[], all = false): readonly string[] =>
  noticeSections(notices).flatMap(({ what, notices: own }) => {
    const shown = all ? own : own.slice(0, SHOWN);
    const more = own.length - shown.length;
    return [
      `  ${NOTICE_EFFECTS[what]}：`,
      ...shown.map((notice) => `    ${noticeText(notice)}`),
      ...(more ? [`    …… 另有 ${more} 项，用 sgs check --all 全部列出`] : []),
    ];
  });

/** Of what a file or an address holds. */
export const noticesOf = ({ imported, report }: Pick<Source, 'imported' | 'report'>): readonly PlacedNotice[] =>
  imported?.notices ?? report?.notices ?? [];

/** Whether somebody has to say what a column or a value means. */
export const asksForWord = (notices: readonly PlacedNotice[]): boolean => notices.some(({ rule }) => rule === 'unclear');
