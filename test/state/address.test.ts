import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { currentPage, readView, writeView } from '../../src/state/address.js';
import { NO_FILTERS } from '../../src/query/query.js';
import type { ViewParams } from '../../src/state/view-params.js';
import { settings } from './fakes.js';

const at = (query: string): string => `https://example.org/a.html${query}`;
const read = (query: string): ViewParams => readView(at(query), 'sgs');
type Fields = Parameters<typeof settings>[0];

const write = (href: string, view: ViewParams, fields: Fields = {}, kind: 'license' | 'penalty' = 'license'): string =>
  writeView(at(href), 'sgs', view, settings(fields), kind).slice(at('').length);

describe('reading an address', () => {
  test('every parameter', () => {
    assert.deepEqual(
      read('?sgs-q=%E9%A4%90+%E9%A5%AE&sgs-kind=penalty&sgs-page=3&sgs-id=r%2F1&sgs-category=a&sgs-department=b'
        + '&sgs-year=2025&sgs-from=2025-01-01&sgs-to=2025-12-31&sgs-sort=-title'),
      {
        kind: 'penalty', q: '餐 饮', category: 'a', department: 'b', year: '2025', from: '2025-01-01', to: '2025-12-31',
        sort: '-title', page: '3', id: 'r/1',
      },
    );
    assert.equal(read('?sgs-sort=subjectName').sort, 'subjectName');
  });

  test('nothing is said by an address without them, or with another list’s', () => {
    for (const query of ['', '?', '#sgs-page=2', '?q=1&page=2&x-sgs-page=3&sgs=4&sgs2-page=5&sgs-foo=6&sgs-page']) {
      assert.deepEqual(read(query), {}, query);
    }
  });

  test('junk is ignored, the impossible clamped', () => {
    assert.deepEqual(
      read('?sgs-kind=x&sgs-page=-7&sgs-id=&sgs-year=20&sgs-from=gestern&sgs-to=2025-13-01&sgs-sort=-x&sgs-q=%E9%A4&sgs-sort=title'),
      {},
    );
    assert.equal(read(`?sgs-page=${'9'.repeat(99)}`).page, '999999');
    assert.equal(read('?sgs-page=2.9').page, '2');
    assert.equal(read(`?sgs-q=${'x'.repeat(900)}`).q?.length, 200);
    assert.equal(read(`?sgs-id=${'x'.repeat(501)}`).id, undefined);
    assert.equal(read('?sgs-q=a&sgs-q=b').q, 'a');
    assert.deepEqual(read('?%ff=1&sgs%2Dpage=2'), { page: '2' });
  });
});

describe('writing an address', () => {
  test('says a view so that reading gives it back', () => {
    const view: ViewParams = {
      kind: 'penalty', q: '〔2025〕 12&=#+', category: '罚款', department: '局', year: '2025', from: '2025-01-01', to: '2025-12-31',
      sort: 'title', page: '4', id: 'é/?',
    };
    assert.deepEqual(read(write('', view)), view);
  });

  test('leaves out what is as the settings have it', () => {
    assert.equal(write('', { kind: 'license', q: '', sort: '-decidedOn' }), '');
    assert.equal(write('', { q: 'a', category: '' }, { filters: { ...NO_FILTERS, q: 'a', category: 'b' } }), '?sgs-category=');
  });

  test('names the first kind when another is shown instead of it', () => {
    assert.equal(write('', { kind: 'license' }, {}, 'penalty'), '?sgs-kind=license');
    assert.equal(write('', { kind: 'penalty' }, {}, 'penalty'), '?sgs-kind=penalty');
  });

  test('keeps what belongs to others, byte for byte', () => {
    assert.equal(write('?t=%D6%D0&sgs-page=2&b=a+b%20c&empty=#top?x', { page: '3' }), '?t=%D6%D0&b=a+b%20c&empty=&sgs-page=3#top?x');
    assert.equal(write('?sgs-page=2#top', {}), '#top');
  });

  test('a prefix may be any text', () => {
    const href = writeView(at(''), '公示&', { page: '2' }, settings(), 'license');
    assert.equal(readView(href, '公示&').page, '2');
  });
});

describe('the page’s own address', () => {
  const globals = globalThis as { window?: unknown };
  afterEach(() => delete globals.window);

  const fakeWindow = (href: string, forbidden = false): { calls: unknown[]; listeners: Set<unknown> } => {
    const calls: unknown[] = [];
    const listeners = new Set<unknown>();
    const change = (name: string) => (...args: unknown[]): void => {
      if (forbidden) throw new Error('SecurityError');
      calls.push([name, ...args]);
    };
    globals.window = {
      location: { href, protocol: new URL(href).protocol },
      history: { state: { router: 1 }, pushState: change('push'), replaceState: change('replace') },
      addEventListener: (_: string, listener: unknown) => listeners.add(listener),
      removeEventListener: (_: string, listener: unknown) => listeners.delete(listener),
    };
    return { calls, listeners };
  };

  test('is left alone in Node, in a file, and in a frame without an address', () => {
    assert.equal(currentPage(), undefined);
    for (const href of ['file:///x.html', 'about:srcdoc']) {
      fakeWindow(href);
      assert.equal(currentPage(), undefined);
    }
  });

  test('changes with the state of the host’s router kept', () => {
    const { calls, listeners } = fakeWindow('https://example.org/');
    const page = currentPage();
    assert.equal(page?.href, 'https://example.org/');
    page.push('/a');
    page.replace('/b');
    assert.deepEqual(calls, [['push', { router: 1 }, '', '/a'], ['replace', { router: 1 }, '', '/b']]);
    const stop = page.onMove(() => undefined);
    assert.equal(listeners.size, 1);
    stop();
    assert.equal(listeners.size, 0);
  });

  test('a page that forbids it goes on without', () => {
    fakeWindow('https://example.org/', true);
    assert.doesNotThrow(() => currentPage()?.push('/a'));
  });
});
