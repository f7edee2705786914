/**
 * Work is counted, not time: how often the reader goes through a feed's text, how many patterns it tries for a record, how many
 * records go the long way. A feature that adds a pass for every record fails here; what it may cost is a number below.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { speltText, SPELLINGS } from '../../bench/spellings.mjs';
import { FULL_RULES } from '../../src/feed/full-rules.js';
import { looked } from '../../src/feed/plain/glance.js';
import { createRecordReader } from '../../src/feed/record-reader.js';

const RECORDS = 2000;

/** Of each record at most: what ordinary feeds come to today, and a little more. */
const MOST = {
  /** Characters given to JSON.parse, as a part of the text. */
  parsed: 1.1,
  /** Characters looked at for what may be personal, as a part of the text. */
  looked: 0.5,
  /** Texts looked at. */
  texts: 14,
  /** Patterns tried, and normal forms made. */
  patterns: 40,
  /** Records that go the long way, as a part of all. */
  longWay: 0.01,
};

interface Work { parsed: number; patterns: number; longWay: number }

/** Counts what the engine does for us while something runs; the same functions do it. */
function counted(run: (work: Work) => void): Work {
  const work: Work = { parsed: 0, patterns: 0, longWay: 0 };
  const undo: (() => void)[] = [];
  const count = <Name extends string>(
    on: Record<Name, (...args: never[]) => unknown>, name: Name, note: (...args: unknown[]) => void,
  ): void => {
    const own = on[name];
    on[name] = function (this: unknown, ...args: never[]) {
      note(...args);
      return Reflect.apply(own, this, args);
    };
    undo.push(() => { on[name] = own; });
  };
  count(JSON, 'parse', (text) => { work.parsed += String(text).length; });
  count(RegExp.prototype as never, 'exec', () => { work.patterns++; });
  count(String.prototype as never, 'normalize', () => { work.patterns++; });
  try {
    run(work);
  } finally {
    for (const one of undo) one();
  }
  return work;
}

const readFeed = (text: string, work: Work): number => {
  let records = 0;
  const reader = createRecordReader({
    rules: {
      ...FULL_RULES,
      buildRecord: (...row) => {
        work.longWay++;
        return FULL_RULES.buildRecord(...row);
      },
    },
    today: '2026-01-01', onRecords: (found) => { records += found.length; },
  });
  for (let at = 0; at < text.length; at += 24_000) reader.push(text.slice(at, at + 24_000));
  reader.end();
  return records;
};

describe('the work of reading a feed', () => {
  for (const spelling of SPELLINGS) {
    it(`is bounded for each record, in the spelling “${spelling}”`, () => {
      const text = speltText(RECORDS, spelling);
      // What is made once, for the words of a language and the columns of a feed.
      readFeed(text, { parsed: 0, patterns: 0, longWay: 0 });
      const before = { ...looked };
      const work = counted((counts) => { assert.equal(readFeed(text, counts), RECORDS); });
      const done = {
        parsed: work.parsed / text.length, looked: (looked.characters - before.characters) / text.length,
        texts: (looked.texts - before.texts) / RECORDS, patterns: work.patterns / RECORDS, longWay: work.longWay / RECORDS,
      };
      for (const [what, most] of Object.entries(MOST)) {
        const found = done[what as keyof typeof done];
        assert.ok(found <= most, `${what}: ${found.toFixed(2)}, at most ${most}`);
      }
    });
  }
});
