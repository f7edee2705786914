import { plainDate } from '../rules/standing/dates.js';
import { parseDate } from './dates.js';

/** A date, also in the objects and lists that serialisers write. */
export const dateIn = (value: unknown, end = false): string | null | undefined => parseDate(plainDate(value), end);
