// @ts-check
// How many tests passed, failed and were skipped: every runner leaves its figures in the file named by SGS_COUNTS.
import { readFileSync, writeFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {Counts} counts */
export function leaveCounts(counts) {
  const file = process.env['SGS_COUNTS'];
  if (file) writeFileSync(file, JSON.stringify(counts));
}

/** @param {string} file @returns {Counts | undefined} undefined when the runner ended before it could count */
export function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The closing figures of node:test's TAP reporter. @param {string} file @returns {Counts | undefined} */
export function readTap(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  /** @param {string} name */
  const figure = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? NaN);
  const counts = {
    passed: figure('pass'),
    failed: figure('fail') + figure('cancelled'),
    skipped: figure('skipped') + figure('todo'),
  };
  return Object.values(counts).some(Number.isNaN) ? undefined : counts;
}

/** Adds what a session of Web Test Runner found. @param {Counts} counts @param {import('@web/test-runner').TestSession} session */
export function countSession(counts, { testResults, passed }) {
  const before = counts.failed;
  /** @param {import('@web/test-runner').TestSuiteResult | undefined} suite */
  const add = (suite) => {
    for (const test of suite?.tests ?? []) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
    suite?.suites.forEach(add);
  };
  add(testResults);
  // A file that could not be loaded, or that threw outside a test, fails without a failed test.
  if (!passed && counts.failed === before) counts.failed += 1;
}

/** Reporter for Web Test Runner. @returns {import('@web/test-runner').Reporter} */
export function countsReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) countSession(counts, session);
      leaveCounts(counts);
    },
  };
}
