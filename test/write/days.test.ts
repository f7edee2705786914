// Day after day is added to a folder: it stays a few segments, each day writes little, and what is withdrawn is gone.
import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { describe, test } from 'node:test';
import { random, records as invented } from '../../bench/records.mjs';
import type { ShardsInfo } from '../../src/format/format.js';
import { query } from '../query/records.js';
import { clean } from '../format/clean.js';
import { memoryFolder, openFolder, PowerCut, publish, type MemoryFolder } from '../format/folder.js';
import { sameAsScan } from '../format/truth.js';

type Row = Record<string, unknown>;

const feedOf = (rows: readonly Row[]) => ({ version: 1, standard: '2018', updated: '2026-01-01', records: rows });
const licenses = (count: number, seed: number): readonly Row[] => [...invented(count * 2, seed)].filter(({ kind }) => kind === 'license').slice(0, count);

/** So that a day is as small a part of the folder as it is of a million. */
const FIRST = licenses(4000, 21);
const DAYS = 40;
const FRESH = 6;

const dayOf = (day: number): readonly Row[] => licenses(FRESH, 100 + day)
  .map((row, n) => ({ ...row, id: `D${String(day)}-${String(n)}`, documentNumber: `新许〔2026〕${String(day * 100 + n)}号`, decidedOn: `2026-0${String(1 + Math.floor(day / 28))}-${String(1 + (day % 28)).padStart(2, '0')}` }));

const shardsOf = ({ files }: MemoryFolder): ShardsInfo => (JSON.parse(Buffer.from(files.get('sgs.json')!).toString()) as { readonly shards: ShardsInfo }).shards;
const segmentsOf = (folder: MemoryFolder) => shardsOf(folder).kinds.license!.segments;
const textOf = (bytes: Uint8Array): string => (bytes[0] === 0x1f ? gunzipSync(bytes) : Buffer.from(bytes)).toString('utf8');

describe(`${String(DAYS)} days added to a folder`, () => {
  const folder = memoryFolder();
  const settings = { searched: 'numbers', columns: [], rows: 50, records: 100 } as const;
  const keep = 3;
  publish(feedOf(FIRST), { folder, settings });
  let now = [...FIRST];
  let rewrites = 0;
  let manifest = folder.files.get('sgs.json')!;
  const most = { segments: 0, share: 0 };
  const gone: Row[] = [];

  for (let day = 0; day < DAYS; day++) {
    const fresh = dayOf(day);
    // One published with a mistake, one that may not be shown any more: of the first publication, or of a day before.
    const wrong = now[day * 7]!;
    const revoked = day % 2 ? now[now.length - 1]! : now[day * 7 + 3]!;
    const corrected = { ...wrong, legalRepresentative: '更正' };
    gone.push(revoked);
    const before = new Set(folder.files.keys());
    const paths = new Set(segmentsOf(folder).map(({ path }) => path));
    publish(feedOf([...fresh, corrected, { ...revoked, status: '撤销' }]), { folder, settings, mode: 'add', now: day, keep });
    now = [...now.map((row) => (row === wrong ? corrected : row)).filter((row) => row !== revoked), ...fresh];
    const segments = segmentsOf(folder);
    const made = segments.filter(({ path }) => !paths.has(path)).reduce((sum, { count }) => sum + count, 0);
    most.segments = Math.max(most.segments, segments.length);
    if (made > 0.02 * FIRST.length) rewrites++;
    most.share = Math.max(most.share, made / FIRST.length);
    assert.ok([...folder.files.keys()].some((name) => !before.has(name)));
    if (day === DAYS - 2) manifest = folder.files.get('sgs.json')!;
  }

  test('are never more than four segments, and seldom is more than a day’s part of them made anew', () => {
    assert.ok(most.segments <= 4, String(most.segments));
    assert.ok(most.share < 0.25, String(most.share));
    assert.ok(rewrites <= DAYS / 8, String(rewrites));
  });

  test('answer as a scan does, in four turns at most', async () => {
    const records = clean(feedOf(now));
    const next = random(5);
    for (let n = 0; n < 80; n++) {
      const { subjectName = '', creditCode = '', documentNumber = '' } = records[Math.floor(next() * (n % 2 ? records.length : 300))]!;
      const at = Math.floor(next() * Math.max(1, subjectName.length - 4));
      const q = [subjectName, subjectName.slice(at, at + 2), subjectName.slice(at, at + 4), creditCode, creditCode.slice(3, 10), documentNumber][n % 6]!;
      const { source, turns } = await openFolder(folder.files);
      await sameAsScan(source, records, query({ kind: 'license', q }));
      assert.ok(turns() <= 4, `${String(turns())} turns: ${q}`);
    }
  });

  test('leave nothing of what was withdrawn, once readers in flight have gone', () => {
    const later = memoryFolder(new Map(folder.files));
    publish(feedOf([now[0]!]), { folder: later, settings, mode: 'add', now: DAYS + keep, keep });
    publish(feedOf([now[0]!]), { folder: later, settings, mode: 'add', now: DAYS + 3 * keep, keep });
    const numbers = gone.map(({ documentNumber }) => String(documentNumber)).filter((number) => !now.some(({ documentNumber }) => documentNumber === number));
    assert.ok(numbers.length > DAYS / 2);
    for (const [file, bytes] of later.files) {
      const text = textOf(bytes);
      for (const number of numbers) assert.ok(!text.includes(number), `${number} in ${file}`);
    }
  });

  test('keep the files of yesterday’s manifest for who has it', async () => {
    const { source } = await openFolder(new Map([...folder.files, ['sgs.json', manifest]]));
    const { total, rows } = await source.query(query({ kind: 'license', q: '公司', size: 10 }));
    assert.ok(total > 100 && rows.length === 10);
    // Nobody had to ask for the new manifest: it would name today's records.
    const last = dayOf(DAYS - 1);
    assert.ok(rows.every(({ decidedOn }) => decidedOn !== last[0]!['decidedOn']));
  });

  test('stand as they were when the next day is cut short', async () => {
    const records = clean(feedOf(now));
    const asked = query({ kind: 'license', q: String(now[now.length - 1]!['documentNumber']) });
    let cuts = 0;
    for (let fuse = 0; ; fuse += 7) {
      const cut = memoryFolder(new Map(folder.files));
      cut.fuse = fuse;
      try {
        publish(feedOf([...dayOf(DAYS), { ...now[1], status: '撤销' }]), { folder: cut, settings, mode: 'add', now: DAYS, keep: 1000 });
        break;
      } catch (error) {
        assert.ok(error instanceof PowerCut, String(error));
      }
      cuts++;
      assert.equal(cut.files.get('sgs.json'), folder.files.get('sgs.json'));
      const { source } = await openFolder(cut.files);
      await sameAsScan(source, records, asked);
    }
    assert.ok(cuts > 5, String(cuts));
  });
});
