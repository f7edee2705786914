import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../scripts/serve.mjs';

let folder: string;
let server: Awaited<ReturnType<typeof serve>>;

/** Status of a path sent exactly as given; `fetch` would tidy it up first. */
function status(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('serve', () => {
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sgs-serve-'));
    await mkdir(join(folder, 'site/a'), { recursive: true });
    await mkdir(join(folder, 'site-secret'));
    await writeFile(join(folder, 'site/index.html'), 'home');
    await writeFile(join(folder, 'site/a/index.html'), 'a');
    await writeFile(join(folder, 'site/feed.json'), '{}');
    await writeFile(join(folder, 'site-secret/s.txt'), 'secret');
    await writeFile(join(folder, 'single.js'), '1');
    await symlink(join(folder, 'site-secret'), join(folder, 'site/link'));
    server = await serve({ mounts: { '/': join(folder, 'site'), '/one.js': join(folder, 'single.js') } });
  });
  after(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  test('serves files, single mounts and the index of folders', async () => {
    const home = await fetch(server.url);
    assert.equal(home.headers.get('content-type'), 'text/html');
    assert.equal(await home.text(), 'home');
    assert.equal((await fetch(server.url + 'feed.json')).headers.get('content-type'), 'application/json');
    assert.equal(await (await fetch(server.url + 'one.js')).text(), '1');
    const moved = await fetch(server.url + 'a?b=1', { redirect: 'manual' });
    assert.equal(moved.headers.get('location'), '/a/?b=1');
    assert.equal(await (await fetch(server.url + 'a/')).text(), 'a');
  });

  test('answers 304 to a known ETag', async () => {
    const etag = (await fetch(server.url)).headers.get('etag')!;
    assert.equal((await fetch(server.url, { headers: { 'if-none-match': `"x", W/${etag}` } })).status, 304);
    assert.equal((await fetch(server.url, { headers: { 'if-none-match': '"x"' } })).status, 200);
  });

  test('stays inside its folders', async () => {
    for (const path of ['/../single.js', '/%2e%2e/single.js', '/..%2fsingle.js', '/..%5csingle.js', '/../site-secret/s.txt', '/link/s.txt', '/a%00b', '/one.js/x', '/none']) {
      assert.equal(await status(path), 404, path);
    }
    assert.equal(await status('/%zz'), 400);
    assert.equal((await fetch(server.url, { method: 'POST' })).status, 405);
  });

  test('takes the next free port', async () => {
    const second = await serve({ mounts: {}, port: server.port, next: true });
    assert.ok(second.port > server.port);
    await second.close();
    await assert.rejects(serve({ mounts: {}, port: server.port }), { code: 'EADDRINUSE' });
  });
});
