/** Findings for people at a terminal and for CI (JUnit). */
import { FINDINGS, findingText, placeText, type FindingCode, type Severity } from '../check/finding.js';
import type { CheckReport, FindingGroup, SameFindings } from '../check/report.js';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', note: '提示' };

/** Columns and values that are named of each finding. */
const SHOWN = 5;

/** `行政处罚!A6、A11 等 5 处：…`: what is said in the same words is said once. */
const sameLine = ({ count, sample }: SameFindings): string => {
  const [first] = sample;
  if (!first) return '';
  const places = sample.map((finding, at) => {
    const place = placeText(finding, count > 1 ? undefined : finding.kind);
    return at && finding.place ? place.replace(`${finding.place.sheet}!`, '') : place;
  });
  return `    ${places.join('、')}${count > sample.length ? ` 等 ${count} 处` : ''}：${findingText(first, first.kind)}`;
};

/** Below the counts: what was found, the gravest first, the same column and value in one line. @param all every place */
export const findingLines = ({ findings }: CheckReport, all = false): readonly string[] =>
  findings.flatMap(({ severity, count, sample, same, code }) => {
    const named = same.slice(0, SHOWN);
    const left = count - named.reduce((sum, one) => sum + one.sample.length, 0);
    return [
      `  ${SEVERITIES[severity]}（${count} 处）：${FINDINGS[code].text.replace(/\{(?:field|column)\}/, '…')}`,
      ...(all
        ? sample.map((finding) => `    ${placeText(finding, finding.kind)}：${findingText(finding, finding.kind)}`)
        : named.map(sameLine)),
      ...(left > 0 && !all ? [`    …… 另有 ${left} 处，用 sgs check --all 全部列出`] : []),
    ];
  });

/** Completeness and timeliness in a line each. */
export const qualityLines = ({
  required,
  filled,
  timeliness: { inTime, late, unknown, median, worst },
}: CheckReport): readonly string[] => [
  ...(required ? [`  完整率：${((filled / required) * 100).toFixed(1)}%（必填项 ${required} 个，已填 ${filled} 个）`] : []),
  ...(inTime + late
    ? [
        `  及时率：${((inTime / (inTime + late)) * 100).toFixed(1)}%（及时 ${inTime} 条、超期 ${late} 条、无法判断 ${unknown} 条`
          + `${median === undefined ? '' : `；中位数 ${median}、最长 ${worst} 个工作日`}）`,
      ]
    : []),
];

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[&<>"]/g, (sign) => MARKUP[sign] as string);

/** A suite a feed, a case a rule: what is an error or a warning fails, so that CI shows which rule and where. */
export function junit(feeds: readonly { readonly feed: string; readonly check: CheckReport }[]): string {
  const rules = (Object.keys(FINDINGS) as FindingCode[]).filter((code) => FINDINGS[code].severity !== 'note');
  const suite = ({ feed, check }: (typeof feeds)[number]): string => {
    const found = new Map(check.findings.map((group): [FindingCode, FindingGroup] => [group.code, group]));
    const cases = rules.map((code) => {
      const group = found.get(code);
      const name = `${code} ${FINDINGS[code].text.replace(/\{(?:field|column)\}/, '…')}`;
      if (!group) return `    <testcase classname="${xml(feed)}" name="${xml(name)}"/>`;
      const places = group.sample.map((finding) => `${placeText(finding, finding.kind)}：${findingText(finding, finding.kind)}`).join('\n');
      const failure = `<failure message="${group.count} 处" type="${group.severity}">${xml(places)}</failure>`;
      return `    <testcase classname="${xml(feed)}" name="${xml(name)}">${failure}</testcase>`;
    });
    const failures = rules.filter((code) => found.has(code)).length;
    return `  <testsuite name="${xml(feed)}" tests="${rules.length}" failures="${failures}">\n${cases.join('\n')}\n  </testsuite>`;
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${feeds.map(suite).join('\n')}\n</testsuites>`;
}
