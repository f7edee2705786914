/** Which dimension a finding of the checks counts against. */
import type { Finding, FindingCode } from '../check/finding.js';
import type { Dimension } from '../model/dimensions.js';

/** All that are not here say that something is wrong in a record. `null`: nothing the department has done badly. */
const OTHERS: Readonly<Partial<Record<FindingCode, Dimension | null>>> = {
  'missing-field': 'completeness',
  // Nobody can tell whether it was in time: a gap, which the timeliness counts as not in time.
  'publication-date-missing': 'completeness',
  'published-late': 'timeliness',
  'late-today': 'timeliness',
  // A column of its own that nobody asked for.
  'unplaced-column': null,
  // What the gate holds back is not judged.
  'public-until-passed': null,
};

/** What a finding counts against; undefined for what is only said. */
export const dimensionOf = ({ code, severity }: Pick<Finding, 'code' | 'severity'>): Dimension | undefined => {
  if (severity === 'note') return undefined;
  const other = OTHERS[code];
  return other === null ? undefined : other ?? 'accuracy';
};
