/** What a person has said of columns and values that nobody can know, and the configuration that it comes to. */
import type { SgsConfig } from '../../../src/model/config.js';
import type { Kind } from '../../../src/model/kinds.js';
import { type EXTRA_MODES, type VALUE_MEANINGS } from '../../../src/model/outcome.js';
import { isPlainObject } from '../../../src/model/config.js';

export type Meaning = (typeof VALUE_MEANINGS)[number];
export type ExtraMode = (typeof EXTRA_MODES)[number];

/** As people call them. */
export const MEANINGS: Readonly<Record<Meaning, string>> = {
  public: '公开、有效', internal: '内部、不公开', restricted: '依申请或授权查询', repaired: '已修复', ended: '已终止公示', revoked: '已撤销',
};

export const EXTRA_LABELS: Readonly<Record<ExtraMode, string>> = {
  mask: '按原列名公示，像姓名的值改为“张某”的形式', show: '只公示勾选的列', hide: '都不公示',
};

export interface Settings {
  /** Column → value → what it means. */
  readonly values: Readonly<Record<string, Readonly<Record<string, Meaning>>>>;
  readonly extra: ExtraMode;
  /** Columns that `show` shows. */
  readonly extraColumns: readonly string[];
}

export const NO_SETTINGS: Settings = { values: {}, extra: 'mask', extraColumns: [] };

const without = <T>(all: Readonly<Record<string, T>>, key: string): Record<string, T> => {
  const { [key]: _, ...rest } = all;
  return rest;
};

/** @param meaning none: taken back */
export function withMeaning(settings: Settings, column: string, value: string, meaning: Meaning | undefined): Settings {
  const others = without(settings.values[column] ?? {}, value);
  const own = meaning ? { ...others, [value]: meaning } : others;
  const values = without(settings.values, column);
  return { ...settings, values: Object.keys(own).length ? { ...values, [column]: own } : values };
}

export const withExtraColumn = (settings: Settings, column: string, shown: boolean): Settings => ({
  ...settings,
  extraColumns: shown ? [...settings.extraColumns, column] : settings.extraColumns.filter((one) => one !== column),
});

/** What the reader is given beside each source's own mapping. */
export const readerConfig = ({ values, extra, extraColumns }: Settings, legalRepresentative: boolean): SgsConfig => ({
  privacy: { legalRepresentative }, extra,
  ...(Object.keys(values).length > 0 && { values }),
  ...(extraColumns.length > 0 && { extraColumns }),
});

/** A source's own mapping. */
export interface SourceMapping {
  readonly kind: Kind | undefined;
  readonly mapping: Readonly<Record<string, string>>;
}

/** One mapping of all; where two tables mean different things by a column, it stands below their kind. */
function joined(all: readonly SourceMapping[]): Record<string, string | Record<string, string>> {
  const flat: Record<string, string> = {};
  const kinds: Record<string, Record<string, string>> = {};
  for (const { kind, mapping } of all) {
    for (const [column, target] of Object.entries(mapping)) {
      if (flat[column] === undefined) flat[column] = target;
      else if (flat[column] !== target && kind) kinds[kind] = { ...kinds[kind], [column]: target };
    }
  }
  return { ...flat, ...kinds };
}

/** What is written as `sgs.config.json`, for the next table, the command line and the page; undefined where nothing was said. */
export function configFile(all: readonly SourceMapping[], settings: Settings, legalRepresentative: boolean): SgsConfig | undefined {
  const mapping = joined(all);
  const { values, extra, extraColumns } = settings;
  const config: SgsConfig = {
    ...(Object.keys(mapping).length > 0 && { mapping }),
    ...(Object.keys(values).length > 0 && { values }),
    ...(extra !== 'mask' && { extra }),
    ...(extra === 'show' && { extraColumns: [...extraColumns] }),
    ...(!legalRepresentative && { privacy: { legalRepresentative } }),
  };
  return Object.keys(config).length > 0 ? config : undefined;
}

/** Whether a page needs the configuration to show what was said: its own labels would be held back again. */
export const pageNeeds = (config: SgsConfig | undefined): boolean => JSON.stringify(config?.mapping ?? {}).includes(':"extra"');

const KEY = 'sgs-assistant-settings@1';

/** What is remembered; nothing where the browser keeps nothing. */
export const rememberedSettings = (): Settings => {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return isPlainObject(held) ? { ...NO_SETTINGS, ...held } : NO_SETTINGS;
  } catch {
    return NO_SETTINGS;
  }
};

/** Names of columns, and the codes and words of their standing: nothing of any record. */
export const rememberSettings = (settings: Settings): void => {
  try {
    if (JSON.stringify(settings) === JSON.stringify(NO_SETTINGS)) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // The browser keeps nothing.
  }
};
