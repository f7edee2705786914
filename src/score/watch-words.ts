/** What a log of first sight has shown, in words for the supervisor (Chinese). */
import type { WatchFinding, WatchResult } from './watch-findings.js';
import type { GoneReason } from './watch-state.js';

export const GONE_WORDS: Readonly<Record<GoneReason, string>> = {
  expired: '公示到期',
  repaired: '信用修复',
  withdrawn: '撤销、撤回',
  withheld: '改为不公示',
  silently: '未说明',
};

const FIELDS = { decidedOn: '决定日期', publishedOn: '公示日期' } as const;

const date = (value: string | undefined): string => value || '（空）';

/** A finding as a sentence, without the decision that it is about. */
export const watchText = ({ code, on, dates: [a, b] = ['', ''], field = 'publishedOn' }: WatchFinding): string => {
  switch (code) {
    case 'date-too-early': return `公示日期不实：写为 ${a}，但 ${b} 检测时尚未公示，${on} 首次见到`;
    case 'date-too-late': return `公示日期不实：写为 ${a}，但 ${b} 已经见到`;
    case 'late-proven': return `迟报：${date(a)} 作出决定，${b} 检测时尚未公示，已超过 7 个工作日，${on} 首次见到`;
    case 'date-changed': return `未说明即改动${FIELDS[field]}：${date(a)} 改为 ${date(b)}（${on} 发现）`;
    case 'changed-silently': return `未说明即改动内容（${on} 发现）`;
    case 'removed-silently': return `未说明即撤下：${date(a)} 还在公示，${b} 已不见`;
    case 'held-back': return `曾经公示，现改为不公示（${on} 发现）`;
  }
};

/** What was counted, a sentence a line. */
export const watchLines = (result: WatchResult): readonly string[] => {
  const { from, to, runs, read, availability, verified, contradicted, unverifiable, late, gone } = result;
  if (!runs) return ['网络检测：还没有检测记录'];
  const left = (Object.keys(GONE_WORDS) as GoneReason[]).filter((why) => gone[why]).map((why) => `${GONE_WORDS[why]} ${gone[why]} 条`);
  return [
    `网络检测 ${from} 至 ${to}：检测 ${runs} 次，可读取 ${read} 次，可用率 ${availability ?? '—'}%`,
    `公示日期经核实 ${verified} 条，不实 ${contradicted} 条，无法核实 ${unverifiable} 条；证实迟报 ${late} 条`,
    ...(left.length ? [`不再公示：${left.join('，')}`] : []),
  ];
};
