/** Records of feeds and tables, and documents of them. */
import type { FeedReport } from '../feed/feed.js';
import { documentPieces, type DocumentMeta } from '../import/document.js';
import type { TableImport } from '../import/import-tables.js';
import type { SgsRecord } from '../model/record.js';
import type { Built } from '../feed/record.js';
import type { MappedRow } from '../feed/mapping.js';
import { endedBy, type EndedDecision } from '../publication/end.js';
import { writeGuarded, type Target } from './guard.js';
import { readFeed } from './input.js';
import type { Io } from './io.js';
import { peek, readTableFile, type TableOptions } from './tables.js';

/** What may be published of a file or an address. */
export interface Source {
  readonly place: string;
  readonly records: readonly SgsRecord[];
  /** Of a table. */
  readonly imported?: TableImport;
  /** Of a feed. */
  readonly report?: FeedReport;
  /** Decisions whose rows are withheld: what is public of them elsewhere has to go. */
  readonly ended: readonly EndedDecision[];
}

/** @throws {CliError} when it can't be read */
export async function readSource(place: string, settings: TableOptions, io: Io): Promise<Source> {
  const ended: EndedDecision[] = [];
  const onRow = (row: MappedRow, built: Built): void => {
    const decision = endedBy(row, built, settings.config, settings.today);
    if (decision) ended.push(decision);
  };
  if ((await peek(place)).table) {
    const imported = await readTableFile(place, { ...settings, onRow });
    return { place, imported, records: imported.records, ended };
  }
  const records: SgsRecord[] = [];
  const report = await readFeed(
    place,
    { config: settings.config, today: settings.today, onRow, onRecords: (batch) => records.push(...batch) },
    io,
  );
  return { place, report, records, ended };
}

/** Bytes that are put together before they are written. */
const PIECE = 1 << 18;

/** Writes a feed; the old file stays as it is until the new one is whole. @throws {CliError} */
export async function writeDocument(target: Omit<Target, 'as'>, records: readonly SgsRecord[], meta: DocumentMeta): Promise<void> {
  await writeGuarded({ ...target, as: 'feed' }, async (file) => {
    let text = '';
    for (const piece of documentPieces(records, meta)) {
      text += piece;
      if (text.length < PIECE) continue;
      await file.write(text);
      text = '';
    }
    await file.write(text);
  });
}
