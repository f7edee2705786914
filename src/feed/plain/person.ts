/** The same cells in a natural person's record: names are masked in every text, and more counts as personal. */
import type { SgsConfig } from '../../model/config.js';
import { isPlaceholderCode } from '../../rules/codes.js';
import { mayShowCode } from '../../rules/personal-numbers/code-column.js';
import { redactNumbers } from '../../rules/personal-numbers/find.js';
import { createNameMasker } from '../../rules/persons/masker.js';
import { maskNameField, personsIn } from '../../rules/persons/name-field.js';
import { splitNames } from '../../rules/persons/names.js';
import { maskNamedPersons } from '../../rules/persons/other-persons.js';
import { fieldType, type FieldName } from '../../model/fields.js';
import { OFFICE_CODES } from '../clean.js';
import { HIDDEN, masked, type Clean, type Read, type ReadCell } from './cells.js';
import { isPlain } from './glance.js';

export interface PersonReader {
  readonly clean: Clean;
  /** What a cell comes to that has been read as an organisation's. */
  readonly reread: (field: FieldName, read: Read) => Read;
}

const textOf = (read: Read): unknown => (typeof read === 'string' ? read : read.says);

/** @param name the subject's, @param representative as they stand in the record's columns */
export function createPersonReader({ privacy = {} }: SgsConfig, name: string, representative: string): PersonReader {
  const masks = privacy.maskNames !== false;
  const others = privacy.redactText !== false;
  const who = personsIn(name, true);
  const mask = createNameMasker(masks ? [...who.names, ...splitNames(representative)] : [], who.keep);
  const cleanerOf = (office: boolean): Clean => (text) => {
    const plain = mask(text);
    if (isPlain(plain, true)) return plain;
    const redacted = redactNumbers(plain, { person: true, office });
    return others ? maskNamedPersons(redacted) : redacted;
  };
  const clean = cleanerOf(false);
  const cleanRemedy = cleanerOf(true);
  const cleanName = (field: FieldName, value: string): string => (!masks ? redactNumbers(value, { person: true })
    : maskNameField(value, field === 'subjectName' ? who : personsIn(value, true), true));

  const cell = (before: string, after: string): Read =>
    (after === before ? before : { says: before, shown: after, effects: masked(before, after) });

  return {
    clean,
    reread: (field, read) => {
      const says = textOf(read);
      const type = fieldType(field);
      if (Array.isArray(says)) {
        const texts = says as readonly string[];
        const shown = texts.map(clean);
        return { says: texts, shown, effects: texts.flatMap((text, at) => masked(text, shown[at] as string)) };
      }
      if (typeof says !== 'string' || type === 'date' || type === 'link' || OFFICE_CODES.has(field)) return read;
      if (type === 'code') {
        if (isPlaceholderCode(says)) return { says };
        return mayShowCode(says, true) ? says : { says, effects: HIDDEN } satisfies ReadCell;
      }
      if (type === 'name') return cell(says, cleanName(field, says));
      return cell(says, (field === 'remedy' ? cleanRemedy : clean)(says));
    },
  };
}
