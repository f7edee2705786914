/** The assistant's memory: what was taken in and decided, and what follows from it. No page, no words but those of errors. */
import { todayInChina } from '../../src/rules/gate.js';
import type { Kind } from '../../src/model/kinds.js';
import type { Standard } from '../../src/rules/status.js';
import type { Grid } from '../../src/import/grid.js';
import { importTables } from '../../src/import/import-tables.js';
import type { CellTable } from '../../src/publication/table.js';
import { templateOfSource } from '../../src/publication/template.js';
import { changesIn, outcomeOf } from './core/changes.js';
import { piecesOfDocument, readDocument, ROWS, type DocumentHead } from './core/document.js';
import { examine, inSlices, type Entry } from './core/examine.js';
import type { FileContent } from './core/file.js';
import { MERGE_ALL } from './core/merge.js';
import { openFile } from './core/open.js';
import { outcomeOfAll } from './core/outcome.js';
import { remember } from './core/remember.js';
import { configFile, readerConfig, rememberSettings, type Settings } from './core/settings.js';
import { shardsOf } from './core/shards.js';
import { columnsOf, prepareSheet, sourcesOf, type Source } from './core/source.js';
import type { SgsConfig } from '../../src/model/config.js';
import type { StepId } from './steps.js';
import { EMPTY, initialState, type Outcome, type State } from './state.js';

export class Store {
  readonly today = todayInChina();
  state: State = initialState();
  private controller: AbortController | undefined;
  private known: { readonly of: readonly unknown[]; readonly outcome: Outcome } | undefined;

  constructor(private readonly changed: () => void) {}

  set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    this.changed();
  }

  /** Says something that a screen reader tells and everybody sees. */
  say(message: string): void {
    this.set({ message });
  }

  pageOf(table: string): number {
    return this.state.pages.get(table) ?? 1;
  }

  setPage(table: string, page: number): void {
    this.set({ pages: new Map(this.state.pages).set(table, page) });
  }

  /** Shows the original text of a change, or hides it again. */
  reveal(key: string): void {
    const revealed = new Set(this.state.revealed);
    if (!revealed.delete(key)) revealed.add(key);
    this.set({ revealed });
  }

  go(step: StepId): void {
    this.set({ step, message: '', problems: [], revealed: new Set() });
    if (step !== 'import' && step !== 'columns') void this.ensureResults();
  }

  /** Takes files in, one after the other. */
  async take(files: readonly File[]): Promise<void> {
    const problems: string[] = [];
    await this.work(`正在读取${files.length > 1 ? `（共 ${files.length} 个文件）` : ''}`, async (signal) => {
      for (const file of files) {
        const content = await openFile(file, {
          signal,
          onShare: (share) => this.progress(`正在读取 ${file.name}`, share),
          onRows: (rows) => this.progress(`正在读取 ${file.name}，已读 ${rows} 行`),
        });
        if (!content) return;
        const sources = sourcesOf(file.name, content);
        if (typeof sources === 'string') {
          problems.push(`${file.name}：${sources}`);
          continue;
        }
        for (const source of sources) {
          const steps = prepareSheet(source, this.state.mappings.get(source.fingerprint));
          const label = `正在整理 ${file.name}`;
          if (!(await inSlices(steps, { signal, progress: (share) => this.progress(label, share) }))) return;
        }
        this.addSources(file.name, sources);
      }
    });
    this.set({ problems });
  }

  /** @returns what is wrong with it (Chinese) */
  add(name: string, content: FileContent): string | undefined {
    const sources = sourcesOf(name, content);
    if (typeof sources === 'string') return sources;
    this.addSources(name, sources);
    return undefined;
  }

  private addSources(name: string, sources: readonly Source[]): void {
    this.set({ ...EMPTY, sources: [...this.state.sources, ...sources], unsaved: true, message: `已导入 ${name}` });
  }

  /** A hidden sheet is read because somebody has asked for it. */
  unhide(source: Source, sheet: Grid): void {
    const hidden = source.hidden?.filter((one) => one !== sheet) ?? [];
    const problem = this.add(source.file, { grids: [{ ...sheet, hidden: false }] });
    if (problem) this.set({ problems: [`${source.file} ${sheet.name}：${problem}`] });
    else this.set({ sources: this.state.sources.map((one) => (one === source ? { ...one, hidden } : one)) });
  }

  remove(source: Source): void {
    const sources = this.state.sources.filter((one) => one !== source);
    this.set({ ...EMPTY, sources, unsaved: sources.length > 0 });
  }

  map(source: Source, key: string, target: string | undefined): void {
    this.set({ ...EMPTY, mappings: this.mapped(source, key, target) });
  }

  private mapped(source: Source, key: string, target: string | undefined): State['mappings'] {
    const mappings = new Map(this.state.mappings);
    const { [key]: _, ...rest } = mappings.get(source.fingerprint) ?? {};
    mappings.set(source.fingerprint, target === undefined ? rest : { ...rest, [key]: target });
    remember(mappings);
    return mappings;
  }

  /** Says what a column is, once the rows have been examined: they are examined again, and what was decided of them stays. */
  async settleColumn(source: Source, key: string, target: string | undefined): Promise<void> {
    this.set({ mappings: this.mapped(source, key, target), results: undefined, changes: undefined, unsaved: true });
    await this.ensureResults();
  }

  /** Says what values mean, or what is done with columns nobody knows. */
  async settle(settings: Settings): Promise<void> {
    rememberSettings(settings);
    this.set({ settings, results: undefined, changes: undefined, unsaved: this.state.sources.length > 0 });
    if (this.state.step !== 'import' && this.state.step !== 'columns') await this.ensureResults();
  }

  /** What has been said, as a file; undefined where nothing was. */
  get config(): SgsConfig | undefined {
    const { sources, mappings, kinds, settings, legalRepresentative } = this.state;
    const all = sources.map((source) => {
      const mapping = mappings.get(source.fingerprint);
      return { kind: columnsOf(source, mapping, kinds.get(source.id)).kind, mapping: mapping ?? {} };
    });
    return configFile(all, settings, legalRepresentative);
  }

  /** What a source and the existing feed are read with. */
  private get reading(): SgsConfig {
    return readerConfig(this.state.settings, this.state.legalRepresentative);
  }

  forget(source?: Source): void {
    const mappings = new Map(source ? this.state.mappings : []);
    if (source) mappings.delete(source.fingerprint);
    this.set({ ...EMPTY, mappings });
    remember(mappings);
  }

  setKind(source: Source, kind: Kind | undefined): void {
    const kinds = new Map(this.state.kinds);
    if (kind) kinds.set(source.id, kind);
    else kinds.delete(source.id);
    this.set({ ...EMPTY, kinds });
  }

  /** A choice on which the examination depends. */
  choose(change: Pick<Partial<State>, 'standard' | 'legalRepresentative'>): void {
    this.set({ ...EMPTY, ...change });
    if (this.state.step !== 'import' && this.state.step !== 'columns') void this.ensureResults();
  }

  async ensureResults(): Promise<void> {
    const { sources, results, standard, mappings, kinds } = this.state;
    if (results || sources.length === 0 || this.state.busy) return;
    await this.work('正在检查', async (signal) => {
      const settings = { today: this.today, standard, mappings, kinds, config: this.reading };
      const found = await examine(sources, settings, { signal, progress: (share) => this.progress('正在检查', share) });
      if (found) this.set({ results: found, changes: changesIn(found), problems: found.problems });
      else this.set({ step: 'columns' });
    });
  }

  /** Does or takes back changes; the last step can be undone. */
  decide(change: (decisions: { done: Set<string>; dropped: Set<number> }) => void): void {
    const { decisions, undo } = this.state;
    const next = { done: new Set(decisions.done), dropped: new Set(decisions.dropped) };
    change(next);
    this.set({ decisions: next, undo: [...undo, decisions].slice(-20), unsaved: true });
  }

  undo(): void {
    const { undo } = this.state;
    const decisions = undo[undo.length - 1];
    if (decisions) this.set({ decisions, undo: undo.slice(0, -1) });
  }

  outcomeOf(entry: Entry): ReturnType<typeof outcomeOf> {
    return outcomeOf(entry, this.state.decisions);
  }

  async open(file: File): Promise<string | undefined> {
    let problem: string | undefined;
    await this.work(`正在读取 ${file.name}`, async (signal) => {
      const content = await openFile(file, { signal, onRows: () => undefined });
      if (!content) return;
      const existing =
        'json' in content
          ? readDocument(file.name, content.json, { ...this.reading, ...this.config }, this.today)
          : 'problem' in content
            ? content.problem
            : '这不是 JSON 数据文件。要导入表格，请回到第 1 步。';
      if (typeof existing === 'string') problem = existing;
      else {
        const { name = '', code = '', url = '' } = existing.meta.publisher ?? {};
        const { publisher } = this.state;
        this.set({
          existing,
          // What somebody has typed while the file was read is theirs.
          choices: { ...MERGE_ALL, repaired: this.state.choices.repaired },
          unsaved: true,
          ...(!this.state.standard && existing.standard && { standard: existing.standard }),
          publisher: {
            name: publisher.name || name,
            code: publisher.code || code,
            url: publisher.url || url,
            remedy: publisher.remedy || (existing.meta.remedy ?? ''),
          },
        });
      }
    });
    return problem;
  }

  /** What comes of everything, worked out once for each state of what it depends on. */
  get outcome(): Outcome {
    const { results, decisions, existing, choices, dated } = this.state;
    const of = [results, decisions, existing, choices, dated];
    if (this.known?.of.every((value, at) => value === of[at])) return this.known.outcome;
    const outcome = outcomeOfAll(this.state, this.today);
    this.known = { of, outcome };
    return outcome;
  }

  get head(): DocumentHead {
    const {
      existing,
      publisher: { remedy, ...publisher },
      standard,
    } = this.state;
    const { line } = this.outcome;
    const changed = line.added + line.corrected + line.withdrawn + line.removed > 0;
    return {
      standard: standard ?? existing?.standard,
      publisher,
      updated: this.today,
      notice: existing?.meta.notice,
      remedy: remedy || undefined,
      history: [...(existing?.history ?? []), ...(existing && changed ? [line] : [])],
    };
  }

  /** The document's text in pieces. @param most rows, for the preview */
  pieces(most = Infinity): Iterable<string> {
    const { records } = this.outcome;
    return piecesOfDocument(records.length > most ? records.slice(0, most) : records, this.head);
  }

  /** For the credit platform: what must be reported and is not published stands in it too. */
  reported(standard: Standard): readonly CellTable[] {
    const { sources, mappings } = this.state;
    const options = { today: this.today, config: this.reading, book: Object.fromEntries(mappings) };
    const tables = sources.flatMap(({ grid, file }) => (grid ? templateOfSource(importTables([grid], file, options), { standard }) : []));
    // Sheets of one kind from several files are one.
    const joined = new Map<string, CellTable>();
    for (const table of tables) {
      const before = joined.get(table.name);
      joined.set(table.name, before ? { ...before, rows: [...before.rows, ...table.rows] } : table);
    }
    return [...joined.values()];
  }

  /** The feed as a folder, for very many records; undefined when it was cancelled. */
  async shards(): Promise<Blob | undefined> {
    let blob: Blob | undefined;
    const pieces = this.outcome.records.length / ROWS + 2;
    await this.work('正在分片', async (signal) => {
      blob = await shardsOf(this.pieces(), 1 / pieces, { today: this.today, config: this.config ?? {} }, { signal, progress: (share) => this.progress('正在分片', share) });
    });
    return blob;
  }

  private progress(label: string, share?: number): void {
    const { busy } = this.state;
    if (busy) this.set({ busy: { ...busy, label, share } });
  }

  private async work(label: string, run: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.controller?.abort();
    const controller = (this.controller = new AbortController());
    this.set({ busy: { label, cancel: () => controller.abort() } });
    try {
      await run(controller.signal);
    } finally {
      this.set({ busy: undefined });
    }
  }
}
