// Files that have been asked for are kept, those used last the longest.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileAt } from '../../src/read/files.js';

test('when there are too many, only those go that have not been used for longest', async () => {
  const asked: string[] = [];
  const file = (name: string): Promise<Uint8Array> => fileAt(`https://kept.example/${name}`, (url) => {
    asked.push(url.slice(-1));
    return Promise.resolve(new Uint8Array(5_000_000));
  });
  // Two have room: b was used longest ago when c came.
  for (const name of 'abaca') await file(name);
  assert.deepEqual(asked, ['a', 'b', 'c']);
  await file('b');
  assert.deepEqual(asked, ['a', 'b', 'c', 'b']);
});

test('what failed is asked for again', async () => {
  let times = 0;
  const fail = (): Promise<Uint8Array> => fileAt('https://kept.example/gone', () => {
    times++;
    return Promise.reject(new Error('gone'));
  });
  await assert.rejects(fail());
  await assert.rejects(fail());
  assert.equal(times, 2);
});
