/**
 * Time to object to a penalty, counted from the day on which the party knows of it, which no feed states: so never a date. Sources:
 * 行政复议法 (2023) art. 20, 行政诉讼法 (2017) art. 46, both from memory (95 %); other laws may set longer ones.
 */
export const APPEALS = { reconsiderationDays: 60, lawsuitMonths: 6 } as const;
