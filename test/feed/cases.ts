/** Feeds in shapes that really occur (invented words), and how a reader without any configuration reads them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { FeedFailure, type Failure } from '../../src/model/failure.js';
import type { SgsRecord } from '../../src/model/record.js';
import { readBytes, type ReadFeed } from './feeds.js';

const FOLDER = new URL('../fixtures/cases/', import.meta.url);

export const caseText = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');

/** A text as a department's server sends it, in small chunks. */
export const readText = (text: string, chunk = 97): ReadFeed =>
  readBytes(new TextEncoder().encode(text), { chunk, today: '2026-11-30' });

export const readCase = (name: string): ReadFeed => readText(caseText(`feeds/${name}.json`));

/** The records of a case, each with what it must have. */
export function expectRecords(name: string, expected: readonly Partial<SgsRecord>[]): ReadFeed {
  const read = readCase(name);
  assert.equal(read.records.length, expected.length, name);
  expected.forEach((fields, i) => {
    for (const [field, value] of Object.entries(fields)) {
      assert.deepEqual((read.records[i] as Readonly<Record<string, unknown>>)[field], value, `${name} ${i} ${field}`);
    }
  });
  return read;
}

/** The failure that a text ends with; none is a mistake. */
export function failureOf(text: string, chunk?: number): Failure {
  try {
    const { records, report } = readText(text, chunk);
    assert.fail(`no failure: ${records.length} of ${report.rows} records of ${text.slice(0, 80)}`);
  } catch (error) {
    if (error instanceof FeedFailure) return error.failure;
    throw error;
  }
}
