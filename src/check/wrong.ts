/** What is wrong in a record rather than missing: it waits until somebody has looked at it and said that it is right. */
import type { SgsRecord } from '../model/record.js';
import type { Finding, FindingCode } from './finding.js';

/** A value that would tell citizens something false, or that nobody can read. What is missing is told and holds nothing. */
const WRONG: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'amount-in-yuan', 'amount-unreadable', 'date-unreadable',
]);

const isWrong = ({ code }: Pick<Finding, 'code'>): boolean => WRONG.has(code);

/** The findings for which a record waits. A notice of revocation shows none of the values. */
export const wrongOf = ({ record, findings }: { readonly record?: SgsRecord; readonly findings: readonly Finding[] }): readonly Finding[] =>
  (record && record.status !== 'revoked' ? findings.filter(isWrong) : []);
