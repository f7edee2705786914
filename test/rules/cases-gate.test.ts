import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseDate, endOfPeriod } from '../../src/feed/dates.js';
import { parseCategories } from '../../src/feed/values.js';
import { aliasesOf, aliasKey } from '../../src/model/aliases.js';
import { isKind, type Kind } from '../../src/model/kinds.js';
import type { Notice, WithheldReason } from '../../src/model/outcome.js';
import { endOfPublicity, slightPenalty } from '../../src/rules/end-of-publicity.js';
import { withholdingReason } from '../../src/rules/gate.js';
import { fieldOfLabel, labelClass } from '../../src/rules/labels.js';
import { gateColumn, gateColumnOfField } from '../../src/rules/standing/columns.js';
import { gateDate, plainDate } from '../../src/rules/standing/dates.js';
import { standingOfRow } from '../../src/rules/standing/row.js';
import type { KnownStandard } from '../../src/rules/standing/judge.js';

type Row = Readonly<Record<string, unknown>>;

const textOfCase = (name: string): string => readFileSync(new URL(`../fixtures/cases/${name}`, import.meta.url), 'utf8');
const rowsOf = (name: string): Row[] => {
  const text = textOfCase(name);
  if (name.endsWith('.csv')) {
    const [head = '', ...lines] = text.trim().split('\n');
    const keys = head.split(',');
    return lines.map((line) => Object.fromEntries(line.split(',').map((value, at) => [keys[at] ?? '', value])));
  }
  const document = JSON.parse(text) as Row | Row[];
  return Array.isArray(document) ? document : (document['rows'] ?? document['records'] ?? document['list']) as Row[];
};

/** What field of ours a key is: by the tables, else by its parts. */
const fieldOf = (kind: Kind, key: string): string | undefined => aliasesOf(kind).get(aliasKey(kind, key))?.field ?? fieldOfLabel(kind, key);

interface Came {
  readonly reason: WithheldReason | undefined;
  readonly publicUntil: string | undefined;
  readonly notices: readonly Notice[];
}

/** A row through the rules of the gate, as the feed will call them. */
const judgeRow = (row: Row, today: string, standard: KnownStandard = '2018'): Came => {
  const kind = isKind(row['kind']) ? row['kind'] : 'penalty';
  const keysOf = (field: string): string[] => Object.keys(row).filter((key) => fieldOf(kind, key) === field);
  const textsOf = (field: string): { label: string; text: string }[] => keysOf(field).map((label) => ({ label, text: String(row[label]) }));
  const [decidedKey = ''] = keysOf('decidedOn');
  const decidedOn = parseDate(plainDate(row[decidedKey])) ?? undefined;
  const columns = Object.entries(row).map(([label, value]) => ({ label, value, gate: gateColumn(label)
    ?? gateColumnOfField(fieldOf(kind, label) ?? '') }));
  const standing = standingOfRow(columns, { today, standard, decidedOn, parseDate, endOfPeriod });
  const stated = { statedEnd: standing.publicUntil, endColumn: standing.endColumn };
  const end = kind === 'penalty'
    ? endOfPublicity({ today, decidedOn, grades: textsOf('grade'), ...stated })
    : { publicUntil: standing.publicUntil, slight: false, notices: [] };
  const light = kind === 'penalty' ? slightPenalty(textsOf('category').flatMap(({ text }) => parseCategories(text, kind)),
    Object.keys(row).filter((key) => key === 'procedure').map((label) => ({ label, text: String(row[label]) }))[0]) : undefined;
  return {
    reason: withholdingReason({ today, decidedOn, publicUntil: end.publicUntil, slight: end.slight, ...standing,
      ...(end.publicUntil && { publicUntil: end.publicUntil }) }),
    publicUntil: end.publicUntil,
    notices: [...standing.notices, ...end.notices, ...(light ? [light] : [])],
  };
};

const today = '2026-11-30';
const reasonsOf = (name: string, day = today): (WithheldReason | undefined)[] => rowsOf(name).map((row) => judgeRow(row, day).reason);

describe('cases of the gate', () => {
  it('privacy/gate.csv: no row is shown, each is told', () => {
    assert.deepEqual(reasonsOf('privacy/gate.csv', '2026-08-01'), ['internal', 'internal', 'repaired', 'repaired', 'expired']);
    assert.deepEqual(rowsOf('privacy/gate.csv').slice(0, 4).map((row) => judgeRow(row,
      '2026-08-01').notices.map(({ column, value }) => `${column}=${String(value)}`)),
      [['公开属性=不予公开'], ['是否公开=否'], ['信用修复状态=已修复'], ['当前状态=取消公示']]);
  });
  it('privacy/revoked.json: revoked, in the feed’s own word', () => {
    assert.deepEqual(reasonsOf('privacy/revoked.json', '2026-08-01'), ['revoked']);
  });
  it('rules/x18.json: codes and words of standing', () => {
    assert.deepEqual(reasonsOf('rules/x18.json'), [undefined, 'revoked', undefined, 'unclear', 'unclear', undefined, 'repaired',
      'repaired']);
  });
  it('rules/mission-feed.json: what is repaired, ended, over, slight', () => {
    const came = Object.fromEntries(rowsOf('rules/mission-feed.json').map((row) => [String(row['documentNumber']
      ?? row['subjectName']).slice(0, 12), judgeRow(row, today).reason]).filter(([, reason]) => reason));
    assert.deepEqual(came, {
      'A-已修复状态': 'repaired', 'B-终止公示': 'repaired', 'C-修复日期': 'repaired', 'D-2019无截止期': 'expired', 'G-轻微3月已满': 'expired',
        'I-一般满1年': 'expired', 'J-严重满3年': 'expired',
      'K-撤销': 'revoked', 'L-公示期满': 'expired', '青岚市已移出公司': 'repaired',
    });
  });
  it('rules/end.json: the legal maximum', () => {
    const came = Object.fromEntries(rowsOf('rules/end.json').map((row) => {
      const { reason, publicUntil, notices } = judgeRow(row, today);
      return [row['documentNumber'], [reason, publicUntil, ...notices.map(({ column, rule, what }) => `${column} ${rule} ${what}`)]];
    }));
    assert.deepEqual(came, {
      级较重: ['expired', '2025-05-10', '失信等级 unknown-grade ignored'],
      级数字3: ['expired', '2025-05-10', '失信严重程度 unknown-grade ignored'],
      截止2099: ['expired', '2025-05-10', 'publicUntil period cut'],
      轻微截止2099: ['expired', '2022-08-10', 'publicUntil period cut'],
      无截止2022: ['expired', '2025-05-10'],
      截止十年: ['expired', '2025-05-10', 'publicUntil period cut'],
      目录外: ['expired', '2025-05-10', 'publicUntil period cut'],
      仅警告: ['expired', '2025-05-10', 'publicUntil period cut', '处罚类别 slight-penalty shown'],
      简易: ['expired', '2025-05-10', 'publicUntil period cut', 'procedure slight-penalty shown'],
    });
  });
  it('feeds/j42: twelve flags, all withheld and told', () => {
    const rows = rowsOf('feeds/j42-flags.json');
    assert.deepEqual(rows.map((row) => judgeRow(row, today).reason), ['internal', 'internal', 'internal', 'internal', 'internal',
      'internal', 'revoked', 'internal', 'internal', 'internal', 'repaired', 'internal']);
    assert.ok(rows.every((row) => judgeRow(row, today).notices.length > 0));
  });
  it('feeds/k01: ends written as objects and lists are read, and past', () => {
    assert.deepEqual(reasonsOf('feeds/k01-expired-object-dates.json'), Array<string>(7).fill('expired'));
  });
  it('feeds/k02: stand-ins are no date, what can’t be read is unclear', () => {
    const came = rowsOf('feeds/k02-gsjzq-null-dates.json').map((row) => [String(row['CF_GSJZQ']), judgeRow(row, today).reason]);
    assert.deepEqual(came.filter(([, reason]) => reason), [['不公示', 'internal'], ['见决定书', 'unclear']]);
    assert.equal(judgeRow(rowsOf('feeds/k02-gsjzq-null-dates.json')[0] ?? {}, today).publicUntil, '2028-06-03');
  });
  it('feeds/j05, j07, j11, k03: dates of validity are none of the gate’s', () => {
    for (const name of ['j05-localdate-array', 'j07-jsonlib-date', 'j07b-jsonlib-date-national', 'k03-yxq-null-dates']) {
      const rows = name.startsWith('j07-') ? (JSON.parse(textOfCase(`feeds/${name}.json`)) as { licenseArr: Row[] }).licenseArr
        : rowsOf(`feeds/${name}.json`);
      assert.ok(rows.every((row) => judgeRow({ kind: 'license', ...row }, today).reason === undefined), name);
    }
    assert.deepEqual(reasonsOf('feeds/j11-frxk.json'), [undefined]);
    const [first = {}] = rowsOf('feeds/j05-localdate-array.json');
    assert.equal(parseDate(plainDate(first['xkJdrq'])), '2026-06-03');
    const end = gateColumnOfField('publicUntil');
    assert.ok(end);
    assert.deepEqual(gateDate(end, 'x', first['xkYxqzi'], undefined, { parseDate, endOfPeriod }), { date: '2031-06-02' });
  });
  it('feeds/k07, k08, j29: who is meant by a label, and what is a person’s', () => {
    assert.deepEqual(['被处罚人姓名', '被处罚的自然人姓名', '被处罚的企业或其他组织名称', '当事人姓名', '违法行为人'].map((label) => fieldOf('penalty', label)),
      Array<string>(5).fill('subjectName'));
    const labels = new Set(rowsOf('feeds/k08-name-labels.json').flatMap((row) => Object.keys(row)));
    const hidden = [...labels].filter((label) => !fieldOf('penalty', label) && ['personal', 'internal'].includes(labelClass(label)));
    assert.deepEqual(hidden.sort(), ['出生日期', '年龄', '性别', '承办人', '案件承办人员', '民族', '经营者'].sort());
    assert.deepEqual([...labels].filter((label) => !fieldOf('penalty', label)).filter((label) => labelClass(label) === 'plain'), []);
  });
});
