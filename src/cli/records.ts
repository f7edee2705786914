/** Records of feeds and tables, and documents of them. */
import { createExaminer } from '../check/examine.js';
import type { Finding } from '../check/finding.js';
import { wrongOf } from '../check/wrong.js';
import { documentPieces, type DocumentMeta } from '../import/document.js';
import type { SgsRecord } from '../model/record.js';
import type { Built } from '../feed/record.js';
import type { MappedRow } from '../feed/mapping.js';
import { endedBy, type EndedDecision } from '../publication/end.js';
import { writeGuarded, type Target } from './guard.js';
import { readFeed } from './input.js';
import type { Io } from './io.js';
import type { Source } from './source.js';
import { peek, readTableFile, type TableOptions } from './tables.js';

/**
 * @param judged whether a feed's records are looked at, too: what is new, not what is public already
 * @throws {CliError} when it can't be read
 */
export async function readSource(place: string, settings: TableOptions, io: Io, judged = false): Promise<Source> {
  const ended: EndedDecision[] = [];
  const wrong = new Map<SgsRecord, readonly Finding[]>();
  const { today, config } = settings;
  const judge = ({ record, findings }: { readonly record?: SgsRecord; readonly findings: readonly Finding[] }): void => {
    const found = wrongOf({ findings, ...(record && { record }) });
    if (record && found.length) wrong.set(record, found);
  };
  const examiner = createExaminer({ today, config, standard: config.standard }, judge);
  const onRow = (row: MappedRow, built: Built): void => {
    const decision = endedBy(row, built, settings.config, settings.today);
    if (decision) ended.push(decision);
  };
  if ((await peek(place)).table) {
    const imported = await readTableFile(place, { ...settings, onRow });
    imported.rows.forEach(judge);
    return { place, imported, records: imported.records, ended, wrong };
  }
  const records: SgsRecord[] = [];
  const report = await readFeed(
    place,
    {
      config, today, onRecords: (batch) => records.push(...batch),
      onRow: (row, built, n) => {
        onRow(row, built);
        if (judged) examiner.onRow(row, built, n);
      },
    },
    io,
  );
  return { place, report, records, ended, wrong };
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
