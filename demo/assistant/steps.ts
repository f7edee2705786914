/** The steps, in order. */
export const STEPS = {
  import: '导入',
  columns: '核对列',
  report: '检查报告',
  fix: '处理',
  merge: '合并',
  look: '外观与嵌入',
  download: '下载',
} as const;

export type StepId = keyof typeof STEPS;

export const STEP_IDS = Object.keys(STEPS) as StepId[];
