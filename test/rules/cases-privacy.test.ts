/** The cases of `test/fixtures/cases/privacy`, at the level of the rules: names, numbers and minors of each record. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isMinor } from '../../src/rules/minors.js';
import { findPersonalNumbers, REDACTED, redactNumbers } from '../../src/rules/personal-numbers/find.js';
import { createNameMasker } from '../../src/rules/persons/masker.js';
import { maskNameField, personsIn } from '../../src/rules/persons/name-field.js';
import { maskNamedPersons } from '../../src/rules/persons/other-persons.js';
import { isPerson } from '../../src/rules/persons/subject.js';

type Row = Readonly<Record<string, string>>;

const read = (name: string): Row[] => {
  const text = readFileSync(new URL(`../fixtures/cases/privacy/${name}`, import.meta.url), 'utf8');
  const value = JSON.parse(text) as Row[] | { readonly records?: Row[]; readonly rows?: Row[] };
  return Array.isArray(value) ? value : (value.records ?? value.rows)!;
};

const NAME = ['subjectName', '行政相对人名称', 'CF_XDR_MC', '当事人', '被处罚人姓名', '被处罚的自然人姓名', '当事人姓名'];
const TYPE = ['subjectType', '行政相对人类别', 'CF_XDR_LB'];
const first = (row: Row, keys: readonly string[]): string => keys.map((key) => row[key]).find(Boolean) ?? '';

/** All that a record would show of its texts, and its name column. */
const shown = (row: Row, also: readonly string[] = []): { readonly name: string; readonly texts: string; readonly all: string } => {
  const subject = first(row, NAME);
  const person = isPerson({ name: subject, type: first(row, TYPE), creditCode: '', ids: [] });
  const found = personsIn(subject, person);
  const mask = createNameMasker([...found.names, ...also], found.keep);
  const texts = Object.keys(row).filter((key) => !NAME.includes(key) && typeof row[key] === 'string' && !also.includes(row[key]))
    .map((key) => maskNamedPersons(redactNumbers(mask(row[key]!), { person }))).join('\n');
  const name = maskNameField(subject, found, person);
  return { name, texts, all: `${name}\n${texts}` };
};

describe('cases of privacy', () => {
  it('names.json, k07: several persons, spaces, additions', () => {
    assert.deepEqual(read('names.json').map((row) => shown(row).name), ['王某、李某', '王某', '王某']);
    for (const row of [...read('names.json'), ...read('k07-many-persons.json')]) assert.doesNotMatch(shown(row).all, /小明|小红|王明|多宝|得胜/);
  });
  it('name-space.json: whatever spaces stand in either', () => {
    for (const row of read('name-space.json')) {
      assert.match(shown(row).name, /^[褚卫]某$/);
      assert.doesNotMatch(shown(row).all, /褚[\s\u3000]*一|卫[\s\u3000]*二/);
    }
  });
  it('pn.json: sixteen ways to be called', () => {
    assert.deepEqual(read('pn.json').map((row) => shown(row).name), ['卫某', '卫某', '古某', '买某', 'J某', 'S某', '沈家小吃店', '韩某', '杨某（经营者：杨某）',
      '青岚市朱八五金店（朱某）',
      '秦某先生', '尤某', '许某等3人', '何某', '吕*', '爱新觉罗某']);
    for (const row of read('pn.json')) {
      const { texts } = shown(row);
      assert.doesNotMatch(texts, /卫[\s\u3000]*二|丽巴|吐尔逊|mith|John|韩六|杨七|（朱八|秦九|女士|许十|溥/i);
      if (row['documentNumber'] === '人6') assert.match(texts, /当事人沈家小吃店无照经营/);
      if (row['documentNumber'] === '人9') assert.match(texts, /青岚市朱八五金店（朱某）/);
    }
  });
  it('lr.json: the name that is hidden, and the employee', () => {
    const [row] = read('lr.json');
    assert.match(shown(row!, [row!['legalRepresentative']!]).texts, /法定代表人冯某供述，员工陈某在场/);
  });
  it('code-columns.json: no number of a person in any code column', () => {
    const columns = ['纳税人识别号', '统一社会信用代码', '工商注册号', '税务登记号'];
    const rows = read('code-columns.json');
    // The passport's number, E12345678, has no shape of its own: mayShowCode sees to it.
    const found = rows.map((row) => findPersonalNumbers(first(row, columns)).length);
    assert.deepEqual(found, [1, 1, 1, 0, 1, 1]);
  });
  it('text-forms.json: eighteen forms', () => {
    for (const row of read('text-forms.json')) assert.match(shown(row).texts, new RegExp(`^(?:身份证号|联系|联系Tel|联系电话：)\\${REDACTED}$`, 'm'));
  });
  it('minor.csv: the ID says 2011, whatever the name ends in', () => {
    const [header, ...rows] = readFileSync(new URL('../fixtures/cases/privacy/minor.csv', import.meta.url),
      'utf8').trim().split('\n').map((line) => line.split(','));
    for (const cells of rows) {
      const cell = (label: string): string => cells[header!.indexOf(label)]!;
      const ids = [cell('居民身份证号')];
      const person = isPerson({ name: cell('行政相对人名称'), type: '', creditCode: '', ids });
      assert.ok(isMinor({ person, decidedOn: cell('处罚决定日期'), ids, texts: [cell('处罚事由')] }), cells.join());
    }
  });
  it('j29-persons.json: masked everywhere', () => {
    for (const row of read('j29-persons.json')) assert.doesNotMatch(shown(row).all.replace('青岚市多宝小吃店', ''),
      /多宝|多 宝|得胜|古丽|SMITH|JOHN|守信|海石路|0018|0000/);
  });
  it('j30-pii-text.json: numbers in texts', () => {
    const [row] = read('j30-pii-text.json');
    assert.doesNotMatch(shown(row!).texts, /0000|12345678|8001|wx138|example\.com|守法|南字|１３８|鲁B/);
  });
  it('k08-name-labels.json: whatever the name’s label', () => {
    for (const row of read('k08-name-labels.json')) assert.equal(shown(row).name, '钱某');
  });
});
