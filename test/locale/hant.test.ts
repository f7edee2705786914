/** Traditional Chinese: made of the simplified words by a table, which must have every character of ours. */
import { expect } from '@open-wc/testing';
// @ts-expect-error -- the package describes no dictionaries
import TABLE from 'opencc-js/dict/STCharacters';
import { TOOLS } from '../../src/elements/tools/registry.js';
import { copyWords } from '../../src/elements/tools/copy/words.js';
import { exportWords } from '../../src/elements/tools/export/words.js';
import { glanceWords } from '../../src/elements/tools/glance/words.js';
import { speakWords } from '../../src/elements/tools/speak/words.js';
import { zhHant } from '../../src/locale/zh-Hant.js';
import type { FailureCode } from '../../src/model/failure.js';
import { recordFields } from '../../src/model/fields.js';
import { KINDS } from '../../src/model/kinds.js';

/** Characters that no traditional text has: OpenCC maps them to others, never to themselves. */
const SIMPLIFIED = new Set(
  String(TABLE).split('|').map((row) => row.split(' ')).filter(([from, ...to]) => !to.includes(from!)).map(([from]) => from!),
);

const FAILURES: readonly FailureCode[] = ['address', 'network', 'policy', 'timeout', 'http'];

/** Every text of these words; functions are given samples. */
const texts = (words: object): string[] =>
  Object.values(words).map((value: unknown) =>
    String(typeof value === 'function' ? (value as (...given: string[]) => unknown)('1', '2', '3') : value));

describe('traditional Chinese', () => {
  const { kind, title, field, status, failure, ...others } = zhHant;
  const all: Readonly<Record<string, string[]>> = {
    messages: [
      ...texts(others), ...KINDS.map(kind), ...KINDS.map(title),
      ...KINDS.flatMap((each) => recordFields(each).map((name) => field(each, name))),
      ...(['valid', 'revoked', 'disputed', 'other'] as const).map(status), ...FAILURES.map(failure),
    ],
    labels: TOOLS.flatMap(({ labels }) => texts(labels.hant)),
    tools: [copyWords, exportWords, glanceWords, speakWords].flatMap(({ hant }) => texts(hant)),
  };

  for (const [name, found] of Object.entries(all)) {
    it(`has no simplified character: ${name}`, () => {
      expect(found.length).to.be.above(5);
      expect(found.filter((text) => [...text].some((character) => SIMPLIFIED.has(character)))).to.deep.equal([]);
    });
  }
});
