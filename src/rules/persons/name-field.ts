/** The column of the subject's name, as it may be shown, and the names to mask in the record's texts. */
import { HAN } from '../../model/han.js';
import { REDACTED, redactNumbers } from '../personal-numbers/find.js';
import { createNameMasker } from './masker.js';
import { hasOrganisationWord } from './organisation-words.js';
import { keepersIn, mayNameKeeper, splitNames, withoutKeeper } from './names.js';

/** What the name column of a record says of persons. */
export interface NamedPersons {
  /** Full names to mask everywhere. */
  readonly names: readonly string[];
  /** A business that may be called by its keeper's name, and stays. */
  readonly keep: readonly string[];
}

const outside = (name: string): string => name.replace(/[(（][^()（）]*[)）]/g, '').trim();

const NOBODY: NamedPersons = { names: [], keep: [] };

/**
 * Persons in the name column. `person`: the subject is one (`isPerson`), and where no name is made out, all of it is one; else
 * only the keeper behind a business's name.
 */
export const personsIn = (name: string, person: boolean): NamedPersons => {
  if (!person && !mayNameKeeper(name)) return NOBODY;
  if (!person) return { names: keepersIn(name), keep: [withoutKeeper(name)] };
  const names = [...new Set([...splitNames(name), ...keepersIn(name)])];
  return { names: names.length > 0 || name.includes(REDACTED) ? names : [outside(name)], keep: [] };
};

/** Persons in the column of another party, of whom nothing else is told: all but what surely is an organisation. */
export const otherParty = (name: string): NamedPersons => {
  const parts = name.split(/[、,，;；/\n]/).map((part) => part.trim()).filter(Boolean);
  const persons = parts.filter((part) => !hasOrganisationWord(outside(part)));
  return { names: [...persons.flatMap((part) => personsIn(part, true).names), ...keepersIn(name)], keep: [] };
};

/** Sex, birth and people behind a name: （男）, 男，1990年1月1日出生, 汉族. */
const ADDITIONS: readonly RegExp[] = [
  /[\s,，、]{0,9}[(（]\s{0,9}[男女]\s{0,9}[)）]/g,
  /[\s,，、]{1,9}[男女](?=$|[\s,，、；;)）])/g,
  new RegExp(`[(（](?:\\s{0,3}(?:[男女]性?|[${HAN}]{1,4}族|\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?出?生)\\s{0,3}[,，、;；]?){1,5}[)）]`, 'gu'),
  /[\s,，、(（]{0,9}(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?出?生[)）]?/g,
  new RegExp(`[\\s,，、]{1,9}[${HAN}]{1,4}族(?=$|[\\s,，、；;)）])`, 'gu'),
];

/** Most names have none. */
const MAY_HAVE_ADDITIONS = /[男女族月]/;

const withoutAdditions = (name: string): string => (MAY_HAVE_ADDITIONS.test(name)
  ? ADDITIONS.reduce((text, addition) => text.replace(addition, ''), name) : name);

/** The name column as it may be shown: names masked, additions gone, no numbers. */
export const maskNameField = (name: string, { names, keep }: NamedPersons, person: boolean): string =>
  redactNumbers(createNameMasker(names, keep)(person ? withoutAdditions(name) : name), { person });
