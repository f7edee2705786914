import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importOptional } from '../../src/model/import-optional.js';

test('a module that can’t be had is no fault of the page', async () => {
  const missing = 'data:text/javascript,throw new Error("gone")';
  assert.equal(await importOptional(() => import(missing) as Promise<object>), undefined);
  assert.deepEqual(await importOptional(() => Promise.resolve({ here: true })), { here: true });
});
