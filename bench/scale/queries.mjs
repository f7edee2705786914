// @ts-check
// What people type, by class; which class counts for which bar. Always the same queries of the same records.
import { random } from '../records.mjs';

/**
 * @typedef {'name2' | 'name4' | 'code'} Bar
 * @typedef {{ name: string, code: string, number: string }} Sample of a record: what it can be searched by
 * @typedef {{ class: string, kind: 'license' | 'penalty', q: string }} Query
 */

const HOT = ['有限公司', '公司', '青岚市', '市', '2025', '市监', '有限', '餐饮管理有限公司', '食品有限'];

/** @typedef {{ next: () => number, pick: <T>(list: readonly T[]) => T }} Dice */

/** Some characters out of a text. @param {string} text @param {number} length @param {Dice} dice */
const part = (text, length, { next }) => {
  const at = Math.floor(next() * (text.length - length + 1));
  return text.length < length ? '' : text.slice(at, at + length);
};

/** An empty answer: the record has nothing of the kind, another is taken. @type {readonly { name: string, bar?: Bar, make: (sample: Sample, dice: Dice) => string }[]} */
export const CLASSES = [
  { name: '2 characters of a name', bar: 'name2', make: ({ name }, dice) => part(name, 2, dice) },
  { name: '4 characters of a name', bar: 'name4', make: ({ name }, dice) => part(name, 4, dice) },
  { name: '8 characters of a name', bar: 'name4', make: ({ name }, dice) => part(name, 8, dice) },
  { name: 'whole name of 4 and more', bar: 'name4', make: ({ name }) => (name.length < 4 ? '' : name) },
  { name: 'credit code', bar: 'code', make: ({ code }) => code },
  { name: '7 characters of a code', make: ({ code }, dice) => part(code, 7, dice) },
  { name: 'document number', bar: 'code', make: ({ number }) => number },
  { name: 'end of a document number', make: ({ number }) => number.slice(2) },
  { name: 'what most records have', make: (_, { pick }) => pick(HOT) },
];

/**
 * @param {Readonly<Record<'license' | 'penalty', readonly Sample[]>>} samples @param {number} count in all, by turns of the classes
 * @returns {Query[]}
 */
export function queriesOf(samples, count) {
  const next = random(99);
  const pick = (/** @type {readonly any[]} */ list) => list[Math.floor(next() * list.length)];
  return Array.from({ length: count }, (_, n) => {
    const { name, make } = /** @type {(typeof CLASSES)[number]} */ (CLASSES[n % CLASSES.length]);
    const kind = next() < 0.7 ? 'license' : 'penalty';
    let q = '';
    while (!q) q = make(pick(samples[kind]), { next, pick });
    return { class: name, kind, q };
  });
}
