// @ts-check
// node bench/reader.mjs: the reader in Node against JSON.parse of the same text; a look at what a change has brought.
//
//   node bench/reader.mjs --records 20k --reps 9 --only codes,labels
//   node bench/reader.mjs --against FILE      a bundle of another state of the code beside this one (--bundle says its file)
//   node --cpu-prof bench/reader.mjs --only codes
import { bundleOurs } from './data.mjs';
import { countOf } from './options.mjs';
import { readerIn, readingOf, readingSaid } from './reading.mjs';
import { SPELLINGS } from './spellings.mjs';

/** @param {string} name @param {string} otherwise */
const given = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : String(process.argv[at + 1]);
};

const bundle = await bundleOurs();
if (process.argv.includes('--bundle')) {
  console.log(bundle);
  process.exit();
}
const against = given('--against', '');
const readers = { ...(against && { before: await readerIn(against) }), ours: await readerIn(bundle) };
const count = countOf(given('--records', '10k'));
const wanted = given('--only', SPELLINGS.join()).split(',');
for (const spelling of SPELLINGS) {
  if (wanted.includes(spelling)) console.log(readingSaid(readingOf(readers, { count, reps: Number(given('--reps', '7')), spelling }), spelling, count));
}
