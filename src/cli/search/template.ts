/**
 * What an index looks like: the template that OpenSearch and Elasticsearch take (public documentation of mappings, index
 * templates and the ngram tokenizer). The preset `opensearch` (model/presets.ts) asks by these names.
 */
const WORD = { type: 'keyword' } as const;
/** A key of an order: never longer than a term may be. */
const ORDER = { type: 'keyword', index: false } as const;

/**
 * Records before the end of a page that is asked for by its number (`index.max_result_window`; the engine's own is
 * 10,000). Ordering 100,000 takes it a tenth of a second and some megabytes; the page asks from the nearer end.
 */
export const WINDOW = 100_000;

export interface TemplateOptions {
  /** Of the indexes: those are `name-` and 14 digits. */
  readonly name: string;
  readonly shards: number;
}

export const indexTemplate = ({ name, shards }: TemplateOptions) => ({
  index_patterns: [`${name}-*`],
  // Above whatever a cluster has for all of its indexes.
  priority: 500,
  template: {
    settings: {
      number_of_shards: shards,
      // A copy of each shard as soon as there is a second node.
      auto_expand_replicas: '0-1',
      max_result_window: WINDOW,
      analysis: {
        tokenizer: {
          // Every character counts, in document numbers as in names: `〔2025〕12号` is as findable as 食品.
          sgs_pairs: { type: 'ngram', min_gram: 2, max_gram: 2 },
          sgs_singles: { type: 'ngram', min_gram: 1, max_gram: 1 },
        },
        analyzer: {
          // No filters: texts and terms are normalized before they come here, by the same code (query/normalize.ts).
          sgs_pairs: { type: 'custom', tokenizer: 'sgs_pairs' },
          sgs_singles: { type: 'custom', tokenizer: 'sgs_singles' },
        },
      },
    },
    mappings: {
      // The record itself is only given back.
      // (Its source stays whole. One without `sgs.text` is smaller in the end, but the engine would read, filter and write
      // each again, and keep the whole one beside it for its copies: a quarter more work.)
      dynamic: false,
      properties: {
        sgs: {
          dynamic: 'strict',
          properties: {
            // A phrase of pairs is an exact substring of two characters and more; one character is a term.
            text: {
              type: 'text', analyzer: 'sgs_pairs', norms: false,
              fields: { one: { type: 'text', analyzer: 'sgs_singles', norms: false, index_options: 'docs' } },
            },
            id: WORD, kind: WORD, category: WORD, department: WORD, year: WORD, month: WORD,
            // ISO dates compare as they stand.
            decidedOn: WORD, publicUntil: WORD, until: WORD,
            at: { type: 'long' },
            about: { type: 'keyword', ignore_above: 8000 },
            order: {
              dynamic: 'strict',
              properties: {
                title: ORDER, subjectName: ORDER, documentNumber: ORDER, authority: ORDER,
                category: ORDER, catalogCode: ORDER, basis: ORDER,
              },
            },
          },
        },
      },
    },
  },
});
