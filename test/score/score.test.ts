// Points, ranks, months: what can't be known is never a 0 and never a 100.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import type { Examined } from '../../src/check/examine.js';
import type { SgsRecord } from '../../src/model/record.js';
import { readDepartments } from '../../src/score/departments.js';
import { dimensionOf } from '../../src/score/faults.js';
import { loadJson } from '../../src/score/json.js';
import { monthAfter, monthsBetween } from '../../src/score/months.js';
import { inParallel } from '../../src/score/read.js';
import { hasFailed, scorecardOf, type DepartmentScore, type Reading } from '../../src/score/score.js';
import { DEFAULTS, readSettings } from '../../src/score/settings.js';
import { scoreZhCN } from '../../src/locale/score-zh-CN.js';
import { aboutRows, fixesSheet, rankingSheet, trendSheet } from '../../src/score/sheets.js';
import { createTally } from '../../src/score/tally.js';
import { readCard } from '../../src/score/web.js';
import { license, Log, NAME, type Row } from './watching.js';
import { scorecardHtml } from '../../src/prerender/scorecard.js';
import { makeDepartments, TODAY } from './departments.js';

const row = (n: number, more: Partial<Examined> = {}): Examined => ({
  row: n,
  kind: 'license',
  outcome: 'shown',
  findings: [],
  required: 10,
  filled: 10,
  decidedOn: '2026-10-08',
  publishedOn: '2026-10-12',
  workingDays: 2,
  late: 'in-time',
  record: { documentNumber: `号${n}` } as SgsRecord,
  ...more,
});
const reading = (name: string, rows: readonly Examined[], more: { readonly updated?: string; readonly since?: string } = {}): Reading => {
  const counting = createTally(TODAY);
  for (const each of rows) counting.add(each);
  const { updated = TODAY, since } = more;
  return { ok: true, department: { name, feeds: ['a'], ...(since && { since }) }, tally: counting.tally, updated };
};
const unread = (name: string): Reading => ({
  ok: false,
  department: { name, feeds: ['a'] },
  failure: { code: 'http', detail: '服务器返回状态码 404。' },
});
const score = (readings: readonly Reading[], month?: string, settings = DEFAULTS) =>
  scorecardOf(readings, { today: TODAY, settings, ...(month && { month }) });
const first = (readings: readonly Reading[], month?: string): DepartmentScore => score(readings, month).departments[0]!;

describe('a department', () => {
  test('in time: share, median and worst; what is unknown is not counted as either', () => {
    const { score: points } = first([
      reading('甲', [
        row(1),
        row(2, { workingDays: 4 }),
        row(3, { workingDays: 9, late: 'late' }),
        row(4, { late: 'unknown', workingDays: undefined! }),
        row(5, { workingDays: 5 }),
        row(6, { kind: 'notice' }),
      ]),
    ]);
    assert.deepEqual(points?.timeliness, { points: 75, inTime: 3, late: 1, unknown: 1, undated: 0, missing: 0, median: 4.5, worst: 9 });
    assert.equal(points?.met.timeliness, false);
  });

  test('99.96 % in time is not all in time', () => {
    const rows = Array.from({ length: 2500 }, (_, n) => row(n, n ? {} : { late: 'late', workingDays: 8 }));
    assert.equal(first([reading('甲', rows)]).score?.timeliness.points, 99.9);
  });

  test('in a year without a calendar has no points for being in time, and its total says so', () => {
    const { score: points } = first([reading('甲', [row(1, { late: 'unknown', workingDays: undefined! })])]);
    assert.equal(points?.timeliness.points, null);
    assert.equal(points?.met.timeliness, null);
    assert.equal(points?.timeliness.median, null);
    assert.equal(points?.known, 3);
  });

  // 40 decisions; each without 公示日期 counts as late: 2 of 40 are 5 %, which may be, 3 are 7.5 %. 38 ÷ 40 = 95.0; 37 ÷ 40 = 92.5.
  test('that leaves out dates of publication is never better than one that says it was late, and can’t be verified above 5 %', () => {
    const undated = (n: number): Examined => row(n, { publishedOn: undefined!, workingDays: undefined!, late: 'unknown' });
    const late = (n: number): Examined => row(n, { workingDays: 9, late: 'late' });
    const of = (name: string, hidden: number, make: (n: number) => Examined): Reading =>
      reading(name, Array.from({ length: 40 }, (_, n) => (n < hidden ? make(n) : row(n))), { since: '2026-10' });
    const { departments } = score([of('藏2', 2, undated), of('藏3', 3, undated), of('迟40', 40, late)]);
    assert.deepEqual(
      departments.map(({ name, rank, score: points }) => [name, rank, points?.timeliness.points, points?.verifiable]),
      [['藏2', 1, 95, true], ['迟40', 2, 0, true], ['藏3', 3, 92.5, false]],
    );
    assert.deepEqual(departments.map((one) => hasFailed(one, 60)), [false, false, true]);
    for (let hidden = 0; hidden <= 40; hidden++) {
      const [first] = score([of('乙', hidden, undated), of('甲', hidden, late)]).departments;
      assert.equal(first?.rank, 1);
      assert.equal(first.name === '甲' || hidden < 3, true, `${hidden} hidden`);
    }
  });

  test('whose dates of publication lie before the decision or to come has proven nothing by them', () => {
    const { score: points } = first([
      reading('甲', [row(1, { publishedOn: '2026-10-01', late: 'unknown' }), row(2, { publishedOn: '2027-01-01' }), row(3)]),
    ]);
    assert.deepEqual([points?.timeliness.undated, points?.timeliness.inTime, points?.verifiable], [2, 1, false]);
  });

  test('that has published nothing has points for being there only', () => {
    const { score: points, change } = first([reading('甲', [], { updated: '' })]);
    assert.deepEqual(
      [points?.timeliness.points, points?.completeness.points, points?.accuracy.points, points?.availability.points],
      [null, null, null, 0],
    );
    assert.equal(points?.availability.age, null);
    assert.equal(change, null);
  });

  test('answers from `since` on; the current month only once something is there', () => {
    const months = (rows: readonly Examined[]): readonly string[] =>
      first([reading('甲', rows, { since: '2026-09' })]).trend.map(({ month }) => month);
    assert.deepEqual(months([row(1)]), ['2026-09', '2026-10']);
    assert.deepEqual(months([row(1), row(2, { decidedOn: '2026-11-02' })]), ['2026-09', '2026-10', '2026-11']);
  });

  test('that has stopped to publish loses points with time', () => {
    const points = (updated: string) => first([reading('甲', [row(1)], { updated, since: '2026-10' })]).score?.availability.points;
    assert.deepEqual([points('2026-11-01'), points('2026-01-01'), points('2026-12-01')], [100, 50, 100]);
    const half = points('2026-08-08') ?? 0;
    assert.ok(half > 50 && half < 100, String(half));
  });

  test('has no points for a month before it had to answer', () => {
    const { score: points, rank } = first([reading('甲', [row(1)], { since: '2026-10' })], '2026-09');
    assert.deepEqual([points?.total, points?.availability.points, rank], [null, null, null]);
  });

  test('is compared with itself a month before', () => {
    const rows = [row(1, { decidedOn: '2026-09-01', late: 'late', workingDays: 9 }), row(2)];
    const { trend, change } = first([reading('甲', rows, { since: '2026-09' })]);
    assert.deepEqual(trend.map(({ total, timeliness, rows: count }) => [total, timeliness, count]), [[75, 0, 1], [100, 100, 1]]);
    assert.equal(change, 25);
    assert.equal(first([reading('甲', [row(2)], { since: '2026-09' })]).change, null);
  });
});

describe('rows', () => {
  test('withheld are nobody’s business, but an ended publicity leaves no gap', () => {
    const withheld = (reason: Examined['reason']) =>
      first([
        reading(
          '甲',
          [row(1, { outcome: 'withheld', reason: reason!, findings: [{ code: 'missing-field', severity: 'error', row: 1 }] })],
          { since: '2026-10' },
        ),
      ]);
    for (const reason of ['internal', 'restricted', 'minor'] as const) {
      const one = withheld(reason);
      assert.deepEqual([one.fixes.length, one.withheld, one.score?.availability.empty], [0, 1, ['2026-10']], reason);
    }
    for (const reason of ['expired', 'revoked'] as const) assert.deepEqual(withheld(reason).score?.availability.empty, [], reason);
  });

  test('whose decision is in the future are a fault of no month', () => {
    const one = first([
      reading('甲', [
        row(1, {
          outcome: 'withheld',
          reason: 'future',
          decidedOn: '2027-01-01',
          findings: [{ code: 'decided-in-future', severity: 'error', row: 1, field: 'decidedOn', column: 'XK_JDRQ' }],
          record: undefined!,
        }),
      ]),
    ]);
    assert.deepEqual(one.fixes.map(({ code, month, documentNumber }) => [code, month, documentNumber]), [['decided-in-future', '', '']]);
    assert.equal(one.score?.accuracy.faulty, 1);
  });

  test('findings count against their dimension, notes against none', () => {
    for (const [code, severity, dimension] of [
      ['missing-field', 'error', 'completeness'], ['published-late', 'warning', 'timeliness'], ['credit-code-check', 'warning', 'accuracy'],
      ['unplaced-column', 'warning', undefined], ['public-until-passed', 'warning', undefined], ['text-repaired', 'note', undefined],
    ] as const) assert.equal(dimensionOf({ code, severity }), dimension, code);
  });
});

describe('the ranking', () => {
  const late = (name: string): Reading => reading(name, [row(1), row(2, { late: 'late', workingDays: 8 })]);

  test('does not depend on who answered first; equals share a rank; who can’t be read stands last, without one', () => {
    const readings = [unread('戊'), late('丁'), reading('乙', [row(1)]), reading('甲', [row(1)]), late('丙')];
    const order = (given: readonly Reading[]) => score(given).departments.map(({ name, rank }) => `${rank ?? '—'}${name}`);
    assert.deepEqual(order(readings), order([...readings].reverse()));
    assert.deepEqual(order(readings).map((text) => text[0]), ['1', '1', '3', '3', '—']);
  });

  test('of a month has those without anything after those with points, and unread ones last', () => {
    const { departments } = score([unread('甲'), reading('乙', []), reading('丙', [row(1)])], '2026-10');
    assert.deepEqual(departments.map(({ name, rank }) => [name, rank]), [['丙', 1], ['乙', null], ['甲', null]]);
  });

  test('fails who is below the mark or can’t be read, not who had nothing to publish', () => {
    const [good, bad, none, gone] = [
      reading('a', [row(1)]),
      reading('b', [row(1, { filled: 0, late: 'late' })]),
      reading('c', []),
      unread('d'),
    ].map((one) => first([one], '2026-10'));
    assert.deepEqual([good, bad, none, gone].map((one) => hasFailed(one!, 80)), [false, true, false, true]);
  });

  test('as tables and as a page says all of it', () => {
    const card = score(
      [
        reading('甲', [
          row(1, {
            findings: [{ code: 'published-late', severity: 'warning', row: 1, field: 'publishedOn' }],
            workingDays: 8,
            late: 'late',
          }),
          row(2),
        ]),
        unread('乙'),
        reading('丙', []),
      ],
      '2026-10',
    );
    const sheets = [rankingSheet(card, scoreZhCN), trendSheet(card, scoreZhCN), fixesSheet(card, scoreZhCN)];
    const cells = sheets.map(({ columns, records }) => records.map((one) => columns.map(({ read }) => read(one))));
    assert.deepEqual(
      cells[0]?.map((line) => [line[0], line[1], line.at(-1)]),
      [
        [1, '甲', '已读取'],
        ['', '丙', '没有可评分的信息'],
        ['', '乙', '无法读取：服务器返回状态码 404。'],
      ],
    );
    assert.deepEqual(cells[2], [['甲', '号1', 1, '2026-10', '及时性', '超过 7 个工作日才公示（8 个工作日）']]);
    assert.deepEqual(aboutRows(card, scoreZhCN)[0], ['双公示考核', '考核月份：2026年10月']);
    assert.deepEqual(aboutRows(score([unread('乙')]), scoreZhCN)[0], ['双公示考核', '考核期：2025年11月至2026年11月']);
    for (const html of [
      scorecardHtml(card, scoreZhCN),
      scorecardHtml(
        score([
          reading('甲', [row(1)], { updated: '', since: '2026-09' }),
          reading('丁', [row(1), row(2, { decidedOn: '2026-09-01' })], { since: '2026-09' }),
        ]),
        scoreZhCN,
      ),
    ])
      assert.match(html, /<h2>甲<\/h2>/);
    assert.deepEqual([1, -1, 0].map((change) => scoreZhCN.changed(change)), ['上升 1.0', '下降 1.0', '持平']);
  });
});

test('months go over the turn of the year', () => {
  assert.deepEqual(monthsBetween('2025-11', '2026-02'), ['2025-11', '2025-12', '2026-01', '2026-02']);
  assert.deepEqual(monthsBetween('2026-02', '2026-01'), []);
  assert.equal(monthAfter('2026-01', -13), '2024-12');
});

test('no more than so many are read at once, and results keep their places', async () => {
  let [now, most] = [0, 0];
  const told: number[] = [];
  const results = await inParallel([3, 1, 2, 0], async (turns) => {
    most = Math.max(most, ++now);
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    now--;
    return turns;
  }, (done) => told.push(done), 2);
  assert.deepEqual([results, most, told], [[3, 1, 2, 0], 2, [1, 2, 3, 4]]);
  assert.deepEqual(await inParallel([], async () => 1), []);
});

describe('settings', () => {
  test('are the defaults where nothing is said, and weights may stand alone', () => {
    assert.deepEqual(readSettings({}), { ok: true, settings: DEFAULTS });
    const settled = readSettings({ timeliness: 40 });
    assert.deepEqual(settled.ok && settled.settings.weights, { ...DEFAULTS.weights, timeliness: 40 });
  });

  for (const [value, problem] of [
    [[], '应为对象'],
    [{ weight: {} }, '不认识 weight'],
    [{ weights: [] }, 'weights 应为对象'],
    [{ weights: { speed: 1 } }, '不认识 weights.speed'],
    [{ thresholds: { accuracy: 101 } }, 'thresholds.accuracy 应为 0–100 的数'],
    [{ pass: '60' }, 'pass 应为 0–100 的数'],
    [{ timeliness: 0, completeness: 0, accuracy: 0, availability: 0 }, '不能全部为 0'],
    [{ freshDays: 40, staleDays: 40 }, 'staleDays 应大于 freshDays'],
  ] as const)
    test(problem, () => {
      const settled = readSettings(value);
      assert.ok(!settled.ok && settled.problem.includes(problem));
    });
});

test('a list names each department once, with all that it needs', () => {
  const listed = readDepartments({
    departments: [
      { name: ' 甲 ', feed: 'a.json  b.json', config: 'c.json', since: '2026-01' },
      { name: '乙', feed: 'b', config: {} },
    ],
  });
  assert.deepEqual(listed, {
    ok: true,
    departments: [
      { name: '甲', feeds: ['a.json', 'b.json'], config: 'c.json', since: '2026-01' },
      { name: '乙', feeds: ['b'], config: {} },
    ],
  });
  for (const value of [[], 'x', [1], [{ name: 1, feed: 'a' }]]) assert.equal(readDepartments(value).ok, false);
});

describe('from a server', () => {
  const { files } = makeDepartments(1);
  async function serve(t: { after: (done: () => void) => void }, pages: Record<string, string>): Promise<string> {
    const server = createServer((request, response) => {
      const text = pages[request.url ?? ''];
      response.writeHead(text === undefined ? 404 : 200).end(text);
    }).listen(0);
    t.after(() => server.close());
    await new Promise((done) => server.once('listening', done));
    return `http://localhost:${(server.address() as AddressInfo).port}`;
  }
  const read = (base: string, departments: unknown, weights?: unknown) =>
    readCard({ departments, weights, base, today: TODAY, signal: new AbortController().signal, onProgress: () => undefined });

  test('feeds and configurations lie beside the list, and whoever can’t be read is there with the reason', async (t) => {
    const url = await serve(t, {
      '/list/departments.json': JSON.stringify([
        { name: '甲', feed: 'd1.json /list/d1.json', config: 'config.json' },
        { name: '乙', feed: 'none.json' },
        { name: '丙', feed: 'mailto:a' },
        { name: '丁', feed: 'd1.json', config: 'wrong.json' },
        { name: '戊', feed: 'd1.json', config: 'none.json' },
      ]),
      '/list/d1.json': files.get('d1.json')!,
      '/list/config.json': '\ufeff{"standard": "2018"}',
      '/list/wrong.json': '{"standard": "2016"}',
      '/weights.json': '{"timeliness": 1}',
    });
    const card = await read(url, '/list/departments.json', 'weights.json');
    assert.ok(card.ok);
    assert.equal(card.settings.weights.timeliness, 1);
    assert.deepEqual(card.readings.map((one) => (one.ok ? one.updated : one.failure.code)), [TODAY, 'http', 'address', 'config', 'http']);
  });

  test('what a log of first sight has proven of a department is in its reading, where the list names the log', async (t) => {
    const log = new Log();
    const record = (more: Row = {}): Row => license(1, '2026-10-30', { publishedOn: '2026-11-02', ...more });
    log.run('2026-11-02', [record(), license(2, '2026-10-30', { publishedOn: '2026-11-02' })]);
    log.run('2026-11-03', [record({ content: '准予从事药品经营。' })]);
    const url = await serve(t, {
      '/list.json': JSON.stringify([
        { name: NAME, feed: 'feed.json', watch: 'log/a.ndjson' }, { name: '青岚市乙局', feed: 'feed.json' },
        { name: '青岚市丙局', feed: 'feed.json', watch: 'log/a.ndjson' }, { name: '青岚市丁局', feed: 'feed.json', watch: 'none.ndjson' },
        { name: '青岚市戊局', feed: 'feed.json', watch: 'mailto:a' },
      ]),
      '/feed.json': JSON.stringify({ standard: '2018', records: [record({ content: '准予从事药品经营。' })] }),
      '/log/a.ndjson': log.text,
      '/log/f.ndjson': log.text.replace('2026-11-02', '2026-10-02'),
    });
    const card = await read(url, 'list.json');
    assert.ok(card.ok);
    const [watched, without, ...others] = card.readings;
    assert.deepEqual(watched?.watch?.findings.map(({ code }) => code).sort(), ['changed-silently', 'removed-silently']);
    assert.equal(without?.watch, undefined);
    assert.deepEqual(others.map((one) => (one.ok ? '' : one.failure.detail)), [
      `检测日志不能采用：检测日志属于“${NAME}”。`, '检测日志不能采用：服务器返回状态码 404：地址有误、服务器故障，或被防火墙拦截。',
      '检测日志不能采用：地址有误（mailto:a）。',
    ]);
    const changed = await read(url, [{ name: NAME, feed: 'feed.json', watch: 'log/f.ndjson' }]);
    const [refused] = changed.ok ? changed.readings : [];
    assert.ok(refused && !refused.ok);
    assert.match(refused.failure.detail, /^检测日志不能采用：检测日志第 2 行与前一行接不上/);
    const scored = scorecardOf(card.readings, { today: TODAY, settings: card.settings });
    const gone = scored.departments.find(({ name }) => name === NAME);
    assert.equal(gone?.watch?.gone.silently, 1);
  });

  test('a ledger is a table or JSON at an address, or is given; what is none is refused as a whole', async (t) => {
    const url = await serve(t, {
      '/list.json': '[{"name": "甲", "feed": "d1.json"}]', '/d1.json': files.get('d1.json')!,
      '/held.csv': '决定书文号,决定日期\n甲1号,2026-10-12\n甲2号,2026-10-12\n', '/ledger.json': '\ufeff["甲1号"]',
      '/none.csv': 'a,b\n1,2\n', '/wrong.json': '{', '/empty.csv': '',
    });
    const of = async (ledger: unknown) => {
      const card = await readCard({
        departments: '/list.json', ledger, base: url, today: TODAY, signal: new AbortController().signal, onProgress: () => undefined,
      });
      return card.ok ? card.ledger?.map(({ documentNumber }) => documentNumber).join('、') : card.failure.detail;
    };
    assert.equal(await of('held.csv'), '甲1号、甲2号');
    assert.equal(await of('ledger.json'), '甲1号');
    assert.equal(await of([{ documentNumber: '甲3号' }]), '甲3号');
    assert.equal(await of(undefined), undefined);
    assert.equal(await of('none.csv'), '台账：没有“决定书文号”一列。');
    assert.match(String(await of('wrong.json')), /台账：不是有效的表格或 JSON/);
    assert.match(String(await of('empty.csv')), /台账：文件是空的/);
    assert.match(String(await of({ records: 3 })), /台账：应为文号的列表/);
    assert.match(String(await of('nowhere.csv')), /404/);
    assert.match(String(await of('mailto:a')), /地址有误/);
  });

  test('what is wrong with the list or the weights is said', async (t) => {
    const url = await serve(t, { '/list.json': '[', '/empty.json': '[]', '/one.json': '[{"name": "甲", "feed": "a"}]' });
    const codes = [];
    for (const [departments, weights] of [
      ['list.json', {}],
      ['none.json', {}],
      ['empty.json', {}],
      ['one.json', 'none.json'],
      ['one.json', { speed: 1 }],
      ['http://[', {}],
    ] as const) {
      const card = await read(url, departments, weights);
      codes.push(card.ok ? '' : card.failure.code);
    }
    assert.deepEqual(codes, ['syntax', 'http', 'shape', 'http', 'config', 'address']);
    assert.deepEqual(await loadJson(`${url}/one.json`), { ok: true, value: [{ name: '甲', feed: 'a' }] });
  });

  test('a list given by the page itself is beside the page', async (t) => {
    const url = await serve(t, { '/d1.json': files.get('d1.json')!.replace(/"updated":"[^"]*",/, '') });
    const card = await read(`${url}/page.html`, [{ name: '甲', feed: 'd1.json' }]);
    assert.ok(card.ok && card.readings[0]?.ok);
    assert.equal(card.readings[0].updated, '');
  });
});
