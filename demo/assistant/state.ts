/** What the assistant remembers: what was taken in and decided, and what is shown of it. */
import type { Kind } from '../../src/model/kinds.js';
import type { SgsRecord } from '../../src/model/record.js';
import type { FindingCode, Severity } from '../../src/check/finding.js';
import type { Standard } from '../../src/rules/status.js';
import type { EndedRecord } from '../../src/publication/merge.js';
import type { DigestOptions } from '../../src/publication/digest.js';
import { UNDECIDED, type Change, type Decisions, type GroupId } from './core/changes.js';
import type { ExistingFeed, HistoryLine } from './core/document.js';
import type { Results } from './core/examine.js';
import { MERGE_ALL, type Difference, type MergeChoices } from './core/merge.js';
import { remembered } from './core/remember.js';
import { rememberedSettings, type Settings } from './core/settings.js';
import type { Source } from './core/source.js';
import { DEFAULT_LOOK, type Look } from './look.js';
import type { StepId } from './steps.js';

type DigestUnit = DigestOptions['unit'];

export interface Busy {
  readonly label: string;
  /** 0 to 1; undefined where nobody can tell. */
  readonly share?: number | undefined;
  readonly cancel: () => void;
}

export interface Publisher {
  readonly name: string;
  readonly code: string;
  readonly url: string;
  readonly remedy: string;
}

export interface State {
  readonly step: StepId;
  readonly sources: readonly Source[];
  readonly problems: readonly string[];
  readonly busy?: Busy | undefined;
  readonly mappings: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly kinds: ReadonlyMap<number, Kind>;
  readonly standard?: Standard | undefined;
  readonly legalRepresentative: boolean;
  /** What was said of values and of columns that nobody knows. */
  readonly settings: Settings;
  /** Of the sources as they are understood now; none until they have been examined. */
  readonly results?: Results | undefined;
  readonly changes?: Readonly<Record<GroupId, readonly Change[]>> | undefined;
  readonly decisions: Decisions;
  /** Decisions before the last step, for 撤销上一步. */
  readonly undo: readonly Decisions[];
  readonly severity: Severity | 'all';
  /** The one kind of finding that is looked at. */
  readonly code?: FindingCode | undefined;
  readonly existing?: ExistingFeed | undefined;
  readonly choices: MergeChoices;
  /** Words by which a record to be withdrawn is looked for. */
  readonly sought: string;
  readonly publisher: Publisher;
  readonly look: Look;
  /** Changes of which the original text is shown, by key. */
  readonly revealed: ReadonlySet<string>;
  /** Which page of each long table is shown, by its name; 1 where none is said. */
  readonly pages: ReadonlyMap<string, number>;
  /** What was just said. */
  readonly message: string;
  /** Today is written to new records as their day of publication. */
  readonly dated: boolean;
  /** Of which period each summary is: any day of it; '' for all. */
  readonly periods: Readonly<Record<DigestUnit, string>>;
  /** There is work that has not been downloaded. */
  readonly unsaved: boolean;
}

/** What is written to the file, and what that changes. */
export interface Outcome {
  readonly records: readonly SgsRecord[];
  /** Of them, those of the tables taken in. */
  readonly fresh: number;
  readonly difference: Difference;
  readonly line: HistoryLine;
  readonly waiting: number;
  readonly out: number;
  /** Revoked by the tables, and public in what is written all the same. */
  readonly stillPublished: readonly SgsRecord[];
  /** Taken away because their publicity has ended. */
  readonly ended: readonly EndedRecord[];
  /** Numbers said to be repaired of which no record was found. */
  readonly missed: readonly string[];
}

/** Nothing examined, nothing decided: how it is again when the sources or what they mean change. */
export const EMPTY: Pick<State, 'results' | 'changes' | 'decisions' | 'undo' | 'choices' | 'revealed'> = {
  results: undefined,
  changes: undefined,
  decisions: UNDECIDED,
  undo: [],
  choices: MERGE_ALL,
  revealed: new Set(),
};

export const initialState = (): State => ({
  step: 'import',
  sources: [],
  problems: [],
  mappings: remembered(),
  kinds: new Map(),
  legalRepresentative: true,
  settings: rememberedSettings(),
  ...EMPTY,
  severity: 'all',
  sought: '',
  publisher: { name: '', code: '', url: '', remedy: '' },
  look: DEFAULT_LOOK,
  pages: new Map(),
  message: '',
  dated: false,
  periods: { week: '', month: '' },
  unsaved: false,
});
