/** Work grows with the size of what is read, never faster. Counted where it can be; elsewhere a size that would take hours. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FeedFailure } from '../../src/model/failure.js';
import { parseDate, endOfPeriod } from '../../src/feed/dates.js';
import { parseLenient } from '../../src/feed/lenient-json.js';
import { createScanner } from '../../src/feed/scan.js';
import { cleanText, normalizeCode } from '../../src/feed/text.js';
import { parseAmount, parseCategories } from '../../src/feed/values.js';
import { caseText, readText } from './cases.js';

/** Characters that are handed over to be looked at, and how long the ways to them are. */
const workOn = (text: string): number => {
  let work = 0;
  const scanner = createScanner({
    looksLikeRecord: (item, path) => {
      work += item.length + path.length;
      return item.includes('"CF_WSH"') && item.length < 200;
    },
    onEntry: (item, path) => { work += item.length + path.length; },
    onOddItem: () => { work++; },
  });
  for (let at = 0; at < text.length; at += 4096) scanner.push(text.slice(at, at + 4096));
  scanner.isOpen();
  return work + text.length;
};

describe('the reading of JSON', () => {
  const shapes: Readonly<Record<string, (n: number) => string>> = {
    'objects in lists in objects': (n) => '[{"a":'.repeat(n) + '1' + '}]'.repeat(n),
    'lists in lists': (n) => '['.repeat(n) + ']'.repeat(n),
    'objects in objects': (n) => '{"a":'.repeat(n) + '1' + '}'.repeat(n),
    'records': (n) => `{"rows":[${'{"CF_WSH":"1"},'.repeat(n)}{}]}`,
    'records far down': (n) => '[{"a":'.repeat(n) + '[{"CF_WSH":"1"}]' + '}]'.repeat(n),
    'many records down many levels': (n) => '[{"a":'.repeat(50) + `[${'{"CF_WSH":"1"},'.repeat(n)}{}]` + '}]'.repeat(50),
    'objects that are no records': (n) => `[${'{"a":[{"b":1}]},'.repeat(n)}{}]`,
    'a string': (n) => `{"a":"${'\\\\'.repeat(n)}"}`,
    'one record full of lists': (n) => `[{"CF_WSH":"1","a":[${'[],'.repeat(n)}1]}]`,
    'wide and deep': (n) => `[${'[{"a":[{"b":[{"c":1}]}]}],'.repeat(n)}1]`,
  };
  for (const [name, make] of Object.entries(shapes)) {
    it(name, () => {
      for (const n of [500, 2000, 8000]) {
        const [one, two] = [workOn(make(n)), workOn(make(2 * n))];
        assert.ok(two / one <= 2.3, `${n}: ${one} → ${two}`);
      }
    });
  }
});

describe('what stands before JSON', () => {
  it('is not looked through again for every few characters that come', (t) => {
    const search = t.mock.method(String.prototype, 'search');
    const text = '没有数据。'.repeat(10_000);
    assert.throws(() => readText(text, 6), FeedFailure);
    const looked = search.mock.calls.reduce((sum, { this: searched }) => sum + String(searched).length, 0);
    assert.ok(looked >= text.length && looked <= 10 * text.length, String(looked));
  });
});

describe('the reading of values', () => {
  const MILLION = 1_000_000;
  const repeated = (text: string): string => text.repeat(Math.ceil(MILLION / text.length));
  it('of a million characters comes to an end', () => {
    for (const text of [
      '<', '<!--', '<script>', '<style ', '<a ', '<a <', '</td', '&', '&#', '&amp;', ' ', ' \n', '\n', "'", '="', '1', '2026-', '2026 ', '2026年',
      '二', '甲、', '、', '；', '/', '-', '１', '</script', '<script></script>', '<br ', '\\', '〇年', '9E+', '*', '.',
    ]) {
      const value = repeated(text);
      for (const read of [cleanText, normalizeCode, parseDate, parseAmount]) read(value);
      endOfPeriod(value, '2026-06-03');
      parseCategories(value.slice(0, 100_000), 'penalty');
      parseLenient(`{"a":"${value}`);
    }
  });
});

describe('hostile feeds', () => {
  for (const name of ['category-10000', 'hex-40000', 'hex-80000', 'road-2000', 'road-4000']) {
    it(`slow-${name} is one record`, () => assert.equal(readText(caseText(`hostile/slow-${name}.json`), 65_536).records.length, 1));
  }
  it('slow-nest-2000 is no feed', () => {
    assert.throws(() => readText(caseText('hostile/slow-nest-2000.json'), 65_536), FeedFailure);
  });
});
