// Files of a large publication are packed and written in a thread of their own: the caller sees no difference.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { diskFolder } from '../../src/cli/shard/folder.js';
import { createPacker } from '../../src/cli/shard/packer.js';

const LEVELS = { fast: 2, small: 6 };
const folder = mkdtempSync(join(tmpdir(), 'sgs-packer-'));
const bytesOf = (n: number): Uint8Array => Buffer.from(`${String(n)} `.repeat(n === 7 ? 400_000 : 2000 + n));

describe('the packer', () => {
  after(() => { rmSync(folder, { recursive: true }); });

  it('is for many bytes and several cores', () => {
    const [alone, packer] = [createPacker(LEVELS, 1), createPacker(LEVELS, 2)];
    assert.deepEqual([alone.takes(1e9), packer.takes(1e6), packer.takes(1e6), packer.takes(1e7)], [false, false, false, true]);
    assert.equal(packer.drain(), 0);
    for (const each of [alone, packer]) each.close();
  });

  it('has written every file whole when it is waited for, and says how much', () => {
    const packer = createPacker(LEVELS, 2);
    try {
      let sum = 0;
      for (const from of [0, 400]) {
        const names = Array.from({ length: 400 }, (_, k) => from + k);
        for (const n of names) packer.write(join(folder, String(n)), bytesOf(n), n % 2 === 0);
        const written = packer.drain();
        for (const n of names) assert.deepEqual(gunzipSync(readFileSync(join(folder, String(n)))), bytesOf(n));
        assert.equal(written, names.reduce((all, n) => all + statSync(join(folder, String(n))).size, 0));
        sum += written;
      }
      assert.ok(sum > 0);
    } finally {
      packer.close();
    }
  });

  it('has a folder’s files there when their segment gets its name, and counts them', () => {
    const packer = createPacker(LEVELS, 2);
    try {
      const root = join(folder, 'data');
      const disk = diskFolder(root, packer);
      assert.equal(disk.stagePlain?.('a.tmp/l/0/0.json', bytesOf(1), false), false);
      packer.takes(1e7);
      for (const n of [1, 2, 3]) assert.equal(disk.stagePlain?.(`a.tmp/l/0/${String(n)}.json`, bytesOf(n), false), true);
      disk.rename('a.tmp', 'a');
      const sizes = [1, 2, 3].map((n) => statSync(join(root, `a/l/0/${String(n)}.json`)).size);
      assert.equal(disk.drain?.(), sizes.reduce((all, size) => all + size));
      assert.equal(disk.drain?.(), 0);
      assert.deepEqual(gunzipSync(readFileSync(join(root, 'a/l/0/3.json'))), bytesOf(3));
      disk.settle();
    } finally {
      packer.close();
    }
  });

  it('says what the system says of a file that can’t be written', () => {
    const packer = createPacker(LEVELS, 2);
    try {
      packer.write(join(folder, 'none', 'such'), bytesOf(1), true);
      assert.throws(() => packer.drain(), { code: 'ENOENT', path: join(folder, 'none', 'such') });
    } finally {
      packer.close();
    }
  });
});
