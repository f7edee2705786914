// The tags to paste, by form and by editor.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { integrityOf } from '../../src/cli/own-files.js';
import { EDITORS } from '../../src/prerender/editors.js';
import { FORMS } from '../../src/prerender/snippet.js';
import { sgs } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'sgs-snippet-'));
after(() => rmSync(folder, { recursive: true }));

for (const [args, tag] of [
  [[], '<script src="/sgs/sgs.js" defer></script>\n<sgs-column feed="/sgs/sgs.json">\n  <p><a href="/sgs/sgs.json">双公示数据</a></p>\n</sgs-column>'],
  [
    ['--form', '2', '--feed', '/a.json?b=1&c', '--kind', 'penalty', '--nonce', 'n"x'],
    '<script src="/sgs/sgs.js" nonce="n&quot;x" data-feed="/a.json?b=1&amp;c" data-kind="penalty"></script>',
  ],
  [['--folder', '/static/gs', '--form', '2'], '<script src="/static/gs/sgs.js" data-feed="/static/gs/sgs.json"></script>'],
  [['--folder', 'https://cdn.example.gov.cn/sgs/', '--form', '5'], 'import \'sgs-widgets/define\';\n\n<sgs-column feed="https://cdn.example.gov.cn/sgs/sgs.json"></sgs-column>'],
  [['--form', '3', '--src', '/js/sgs.js'], '<script src="/js/sgs.js" defer></script>\n<div data-sgs="column" data-feed="/sgs/sgs.json"></div>'],
  [['--form', '4'], '<script src="/sgs/sgs.js" defer></script>\n<a class="sgs-column" href="/sgs/sgs.json">双公示</a>'],
  [['--form', '5', '--kind', 'honor'], 'import \'sgs-widgets/define\';\n\n<sgs-column feed="/sgs/sgs.json" kind="honor"></sgs-column>'],
  [['--editor', 'ueditor'], '<script src="/sgs/sgs.js" defer></script>\n<a class="sgs-column" href="/sgs/sgs.json">双公示</a>'],
  [['--editor', 'CKEditor 4'], '<script src="/sgs/sgs.js" defer></script>\n<a href="/sgs/sgs.json#sgs-column">双公示</a>'],
  [['--editor', 'tinymce'], '<script src="/sgs/sgs.js" defer></script>\n<div data-sgs="column" data-feed="/sgs/sgs.json"></div>'],
] as const) {
  test(`snippet ${args.join(' ')}`, async () => {
    const { code, out } = await sgs('snippet', ...args);
    assert.equal(code, 0);
    assert.equal(out, `${tag}\n`);
  });
}

for (const [args, sentence] of [
  [['--form', '6'], '--form 应为 1–5。'],
  [['--editor', 'FrontPage'], '没有“FrontPage”的测试结果，已测试的有：UEditor 1.4.3、'],
  [['--folder', 'sgs/'], '--folder 应以 / 开头，或是完整网址，如 /sgs/。'],
  [['--sri'], '没有找到 sgs.js 的完整性校验值'],
] as const) {
  test(`snippet ${args.join(' ')}: ${sentence}`, async () => {
    const { code, err } = await sgs('snippet', ...args);
    assert.equal(code, 2);
    assert.ok(err.includes(sentence), err);
  });
}

test('an address that is relative to the page is told; one that is not, is not', async () => {
  const relative = await sgs('snippet', '--feed', 'sgs.json');
  assert.equal(relative.code, 0);
  assert.match(relative.err, /sgs\.json 是相对地址，[^]*--folder/);
  assert.doesNotMatch(relative.err, /sgs\.js 是相对地址/);
  assert.doesNotMatch((await sgs('snippet', '--folder', '/a/')).err, /相对地址/);
});

test('integrity is that of the build, and lets another origin be checked', () => {
  const place = join(folder, 'sri.json');
  writeFileSync(place, '{"sgs.js": "sha384-abc"}');
  const integrity = integrityOf('sgs.js', pathToFileURL(place));
  assert.throws(() => integrityOf('other.js', pathToFileURL(place)), /没有找到 other\.js/);
  const [first] = FORMS;
  assert.match(
    first?.write({ src: 'sgs.js', feed: 'a', integrity }).text ?? '',
    /^<script src="sgs\.js" integrity="sha384-abc" crossorigin="anonymous" defer>/,
  );
});

test('what is said of editors is what was measured', () => {
  const rows = [...readFileSync('README.zh-CN.md', 'utf8').matchAll(/^\| ([\w ]+[\d.]+\d(?: KSES)?) \|.*\| `([^`]+)` \|$/gm)];
  const forms: Readonly<Record<string, unknown>> = {
    '<a class="sgs-column" href="sgs.json">': 4,
    '<a href="sgs.json#sgs-column">': 'link',
    '<div data-sgs="column" data-feed="sgs.json">': 3,
    '<sgs-column feed="sgs.json">': 1,
  };
  assert.deepEqual(rows.map(([, name, tag = '']) => [name, forms[tag]]), EDITORS);
});
