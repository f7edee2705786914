import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { aliasesOf, aliasKey, isSecretKey } from '../../src/model/aliases.js';
import { lettersOf } from '../../src/model/pinyin.js';
import { fieldRows, fieldType, officialLabel, recordFields } from '../../src/model/fields.js';
import { KIND_DEFS, KINDS, isKind } from '../../src/model/kinds.js';
import { toJSONSchema } from 'zod/v4/core';
import { configProblem, configSchema } from '../../src/model/config-schema.js';
import { isLongTerm } from '../../src/model/record.js';
import { isCreditCode } from '../../src/rules/codes.js';
import { readBytes } from '../feed/feeds.js';
import { FeedDocument } from '../../src/model/schema.js';

interface NationalField { readonly code: string; readonly name: string; readonly public: string; readonly aliases: readonly string[] }
const national = (kind: string): NationalField[] =>
  JSON.parse(readFileSync(new URL(`../fixtures/standards/fields-${kind}.json`, import.meta.url), 'utf8')) as NationalField[];

describe('the tables of kinds and fields', () => {
  for (const kind of ['license', 'penalty'] as const) {
    it(`know every national code, label and alias of ${kind} that may be shown`, () => {
      const missing: string[] = [];
      for (const field of national(kind)) {
        if (isSecretKey(field.name) || isSecretKey(field.code)) continue;
        for (const key of [field.code, ...field.aliases]) {
          // Some aliases of the shared columns are listed with both prefixes.
          if ((kind === 'license' ? /^cf/i : /^xk/i).test(key)) continue;
          if (!isSecretKey(key) && !aliasesOf(kind).has(aliasKey(kind, key))) missing.push(`${field.code} ${key}`);
        }
      }
      assert.deepEqual(missing, []);
    });
    it(`treat every ID column of ${kind} as secret`, () => {
      for (const field of national(kind))
        if (/证件|身份证/.test(field.name)) assert.ok(isSecretKey(field.code) && isSecretKey(field.name), field.code);
    });
  }
  it('name in lists, titles and details only fields that a record of the kind may have', () => {
    for (const kind of KINDS) {
      const { columns, title, needs, needsOneOf } = KIND_DEFS[kind];
      for (const field of [...columns, ...title, ...(needs ? [needs] : []), ...needsOneOf])
        assert.ok(field === 'title' || recordFields(kind).includes(field), `${kind}.${field}`);
    }
  });
  it('put the detail in the order of the 信用中国 report', () => {
    assert.deepEqual(recordFields('penalty').slice(0, 10), [
      'documentNumber',
      'documentName',
      'basis',
      'caseName',
      'subjectName',
      'creditCode',
      'facts',
      'authority',
      'result',
      'remedy',
    ]);
    for (const hidden of ['remark', 'status', 'scope']) assert.ok(!recordFields('penalty').some((field) => field === hidden));
  });
  it('give a field one type, whichever kinds have it', () => {
    for (const kind of KINDS) {
      for (const [field, type] of fieldRows(kind)) {
        if (type !== 'gate') assert.equal(fieldType(field), type, `${kind}.${field}`);
        else assert.ok(!(recordFields(kind) as readonly string[]).includes(field), `${kind}.${field} is for the gate`);
      }
    }
  });
  it('have official labels', () => {
    assert.equal(officialLabel('license', 'authority'), '许可机关');
    assert.equal(officialLabel('penalty', 'authority'), '处罚机关');
    assert.equal(officialLabel('penalty', 'fineAmount'), '罚款金额（万元）');
    assert.equal(officialLabel('penalty', 'nope'), 'nope');
    assert.equal(fieldType('decidedOn'), 'date');
    assert.equal(fieldType('authority'), 'text');
  });
  it('have labels whose characters are known in letters', () => {
    for (const kind of KINDS) {
      for (const [field, , , labels] of fieldRows(kind)) {
        // What stands before the first sign that is no Chinese character is read.
        const missing = labels.split(' ').map((label) => (/^\p{Script=Han}{3,}/u.exec(label)?.[0] ?? '').replace(/^行政/, ''))
          .filter((label) => [...label].length > 2 && !lettersOf([[field, '', '', label]]).initials.length);
        assert.deepEqual(missing, [], `${kind}.${field}`);
      }
    }
  });
  it('know kinds and 长期', () => {
    assert.ok(isKind('honor'));
    assert.ok(!isKind('toString'));
    assert.ok(isLongTerm('2099-12-31'));
    assert.ok(!isLongTerm('2030-01-01'));
  });
});

describe('the schema of our own feed format', () => {
  const example = JSON.parse(readFileSync(new URL('../fixtures/feeds/11-canonical-v1.json', import.meta.url), 'utf8')) as {
    records: object[];
  };
  // One entry of the example is bad on purpose.
  const good = { ...example, records: example.records.filter((r) => 'subjectName' in r && 'documentNumber' in r) };
  it('accepts the example', () => assert.equal(FeedDocument.safeParse(good).success, true));
  it('refuses another version, a wrong date, a black list entry without basis', () => {
    assert.equal(FeedDocument.safeParse({ ...good, version: 2 }).success, false);
    assert.equal(FeedDocument.safeParse({ ...good, records: [{ kind: 'license', decidedOn: '2025/3/4' }] }).success, false);
    assert.equal(FeedDocument.safeParse({ ...good, records: [{ kind: 'blacklist', subjectName: '甲公司' }] }).success, false);
    assert.equal(
      FeedDocument.safeParse({ ...good, records: [{ kind: 'notice', title: '办法', link: 'javascript:alert(1)' }] }).success,
      false,
    );
  });
});

describe('the documented example (demo/data/example.json)', () => {
  const bytes = readFileSync(new URL('../../demo/data/example.json', import.meta.url));
  it('fits the schema', () => assert.equal(FeedDocument.safeParse(JSON.parse(bytes.toString())).success, true));
  it('has a record of every kind, and all of it is shown', () => {
    const { records, report } = readBytes(bytes);
    assert.deepEqual(new Set(records.map(({ kind }) => kind)), new Set(KINDS));
    assert.deepEqual([report.rejected, report.withheld, report.unplaced], [{}, { revoked: 1 }, {}]);
    assert.deepEqual(records.flatMap(({ extra }) => extra), []);
    assert.ok(records.every(({ creditCode }) => creditCode === undefined || isCreditCode(creditCode)));
  });
});

describe('the configuration’s schema', () => {
  const ACCEPTED: readonly object[] = [
    {}, { standard: '2018' }, { encoding: 'gbk', gate: { future: false } }, { request: { retry: 0, preset: 'solr', kinds: { license: 'xzxk' } } },
    { privacy: { maskNames: true } }, { mapping: { a: 'b', penalty: { c: 'd' } } },
  ];
  const REFUSED: readonly unknown[] = [
    { standard: '2019' }, { encoding: 1 }, { request: { timeout: -1 } }, { request: { preset: 'x' } }, { request: [] }, { privacy: { maskNames: 'x' } },
    { mapping: { a: 1 } }, { mapping: 'x' }, { texts: { x: 'y' } }, { gate: { x: true } }, { x: 1 }, null, [], 'x',
  ];
  it('accepts what the contract allows, and says of everything else what is wrong', () => {
    for (const config of ACCEPTED) assert.equal(configProblem(config), '');
    for (const config of REFUSED) assert.match(configProblem(config), /^(?:\S+ 的值 .+ 不对，应为\S|不认识配置项 )/u, JSON.stringify(config));
  });
  it('is a JSON Schema that allows nothing else', () => {
    const { properties, additionalProperties } = toJSONSchema(configSchema(), { io: 'input', unrepresentable: 'any' });
    assert.equal(additionalProperties, false);
    assert.deepEqual(Object.keys(properties ?? {}), ['mapping', 'request', 'response', 'encoding', 'standard', 'calendar', 'labels', 'texts', 'pageTitle', 'gate', 'values', 'extra', 'extraColumns', 'privacy']);
  });
});
