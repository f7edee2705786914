/** What a supervisor judges a department by: 及时、完整、准确、可用 (国发〔2015〕 plan: “不及时、不准确、不更新、不可用”). */
export const DIMENSIONS = ['timeliness', 'completeness', 'accuracy', 'availability'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
