// Everything below the elements runs unchanged in Node and in a worker, so every module must load without a page.
// Loading all of them also puts modules of nothing but types into the coverage report as what they are: nothing to cover.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';

/** What begins to work when it is loaded, and never ends. */
const WORKERS = ['source/worker.ts'];

const src = new URL('../../src/', import.meta.url);

for (const room of ['model', 'rules', 'feed', 'check', 'score', 'prerender', 'import', 'publication', 'query', 'source', 'state', 'locale', 'export']) {
  test(`every module of ${room} loads without a page`, async () => {
    assert.equal(typeof (globalThis as { document?: unknown }).document, 'undefined');
    const files = readdirSync(new URL(room, src), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !WORKERS.includes(`${room}/${name}`));
    for (const file of files) await import(new URL(`${room}/${file}`, src).href);
  });
}
