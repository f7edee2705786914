/** All sources through the pipeline and the examination: what the report, the changes and the file are made of. */
import { createExaminer, type Examined } from '../../../src/check/examine.js';
import { createReport, type CheckReport } from '../../../src/check/report.js';
import type { Finding } from '../../../src/check/finding.js';
import { FeedFailure } from '../../../src/model/failure.js';
import type { SgsConfig } from '../../../src/model/config.js';
import type { Kind } from '../../../src/model/kinds.js';
import type { Standard } from '../../../src/rules/status.js';
import { readSource, type Source } from './source.js';

export interface Settings {
  /** Today in China, ISO: rows without a 公示日期 count as published on it. */
  readonly today: string;
  readonly standard?: Standard | undefined;
  readonly privacy: NonNullable<SgsConfig['privacy']>;
  /** By fingerprint of the header. */
  readonly mappings: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** By source. */
  readonly kinds: ReadonlyMap<number, Kind>;
}

/** An entry of a source, and what came of it. */
export interface Entry extends Examined {
  readonly source: Source;
  /** As the spreadsheet counts; of JSON, the number of the entry. */
  readonly line: number;
}

export interface Results {
  /** In the order of the sources; `entries[n - 1]` has the number `n`. */
  readonly entries: readonly Entry[];
  readonly report: CheckReport;
  /** Sources that broke off, and why. */
  readonly problems: readonly string[];
  /** Rows in sheets that are no records: blank ones, totals, headers. */
  readonly skipped: number;
}

export interface Work {
  readonly signal: AbortSignal;
  /** Share that is done, 0 to 1. */
  readonly progress: (share: number) => void;
}

/** Milliseconds of work without a break. */
const SLICE = 12;

const breathe = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0); });

/** The whole examination; undefined when it was cancelled. */
export const examine = async (sources: readonly Source[], { today, standard, privacy, mappings, kinds }: Settings, { signal, progress }: Work): Promise<Results | undefined> => {
  const examined: Entry[] = [];
  const problems: string[] = [];
  let skipped = 0;
  let before = 0;
  let until = performance.now() + SLICE;
  for (const [at, source] of sources.entries()) {
    const mapping = mappings.get(source.fingerprint);
    const config: SgsConfig = { privacy, ...(mapping && { mapping }), ...(standard && { standard }) };
    const start = before;
    const lineOf = (n: number): number => source.table?.rows[n - 1]?.number ?? n;
    const examiner = createExaminer({ today, config, published: false, publishedOn: today }, (one) => {
      const line = lineOf(one.row);
      const findings = one.findings.map((finding) => placed(finding, source, line, start));
      examined[start + one.row - 1] = { ...one, row: start + one.row, findings, source, line };
    });
    try {
      const steps = readSource(source, { today, config, kind: kinds.get(source.id), standard }, (row, built, n) => examiner.onRow(row, built, n));
      let step = steps.next();
      for (; !step.done; step = steps.next()) {
        if (performance.now() < until) continue;
        progress((at + step.value) / sources.length);
        await breathe();
        if (signal.aborted) return undefined;
        until = performance.now() + SLICE;
      }
      examiner.end(step.value);
      before = start + step.value;
    } catch (error) {
      examined.length = start;
      problems.push(`${source.file}：${error instanceof FeedFailure ? error.failure.detail : '没有读完。'}`);
    }
    skipped += source.skipped;
  }
  const report = createReport(Infinity);
  // Entries that wait for the standard come late: the report is of all in order.
  for (const entry of examined) report.add(entry);
  return { entries: examined, report: report.end(), problems, skipped };
};

/** A finding where the spreadsheet has it. */
const placed = (finding: Finding, { sheet, file, table }: Source, line: number, start: number): Finding => {
  const column = finding.column === undefined ? undefined : table?.columns.find(({ key }) => key === finding.column)?.letters;
  return {
    ...finding,
    row: start + finding.row,
    ...(finding.other !== undefined && { other: start + finding.other }),
    place: { sheet: sheet || file, row: line, ...(column && { column }) },
  };
};
