// The search libraries, each with what its manual offers for Chinese and for substrings, and as it comes. They index the
// very text that we search; between its parts stands a space. Answers: positions of records.
import uFuzzy from '@leeoniya/ufuzzy';
import { create, insertMultiple, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import { Charset, Index } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';

const spaced = (texts) => texts.map((text) => text.replaceAll('\0', ' '));

function minisearch(options) {
  return (texts) => {
    const engine = new MiniSearch({ fields: ['text'], storeFields: [], ...options });
    engine.addAll(spaced(texts).map((text, id) => ({ id, text })));
    return { find: (terms) => engine.search(terms.join(' '), { combineWith: 'AND' }).map(({ id }) => id) };
  };
}

/** Every two neighbours of a text; single characters too. */
const bigrams = (text) => text.split(/[\s\p{P}\p{S}]+/u).flatMap((word) =>
  [...word].flatMap((char, at, all) => (at + 1 < all.length ? [char, char + all[at + 1]] : char)));

function flexsearch(options) {
  return (texts) => {
    const engine = new Index(options);
    spaced(texts).forEach((text, id) => engine.add(id, text));
    return { find: (terms) => engine.search(terms.join(' '), { limit: texts.length }) };
  };
}

function fuse(options, pattern) {
  return (texts) => {
    const engine = new Fuse(spaced(texts), options);
    return { find: (terms) => engine.search(pattern(terms)).map(({ refIndex }) => refIndex) };
  };
}

function ufuzzy(options) {
  return (texts) => {
    const engine = new uFuzzy(options);
    const haystack = spaced(texts);
    return {
      sorted: true,
      find: (terms) => {
        let found = null;
        for (const term of terms) found = engine.filter(haystack, term, found) ?? [];
        return found;
      },
    };
  };
}

function orama(tokenizer) {
  return async (texts) => {
    const engine = create({ schema: { text: 'string' }, sort: { enabled: false }, ...(tokenizer && { components: { tokenizer: tokenizer() } }) });
    await insertMultiple(engine, spaced(texts).map((text, at) => ({ id: String(at), text })), 5000);
    return {
      find: async (terms) => (await search(engine, { term: terms.join(' '), threshold: 0, limit: texts.length })).hits.map(({ id }) => Number(id)),
    };
  };
}

/** Its README's settings for scripts other than Latin. */
const unicode = {
  unicode: true, interSplit: "[^\\p{L}\\d']+", intraSplit: '\\p{Ll}\\p{Lu}', intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']", intraContr: "'\\p{L}{1,2}\\b",
};

export const peers = {
  'minisearch': minisearch({}),
  'minisearch-bigram': minisearch({ tokenize: bigrams }),
  'flexsearch': flexsearch({}),
  'flexsearch-cjk': flexsearch({ encoder: Charset.CJK, tokenize: 'strict' }),
  'fuse': fuse({ ignoreLocation: true, threshold: 0 }, (terms) => terms.join(' ')),
  'fuse-extended': fuse({ useExtendedSearch: true, ignoreLocation: true }, (terms) => terms.map((term) => `'"${term}"`).join(' ')),
  'ufuzzy': ufuzzy({}),
  'ufuzzy-unicode': ufuzzy(unicode),
  'orama': orama(),
  'orama-mandarin': orama(createTokenizer),
};
