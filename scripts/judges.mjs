// @ts-check
// Who judges the accessibility of a story: axe, and two judges of other houses beside it. What one of them can't decide, or
// gets wrong, is a row with its place and its reason; everything else is a fault.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
/** @param {string} file of a package */
const source = (file) => readFileSync(resolve(file), 'utf8');

/** The judges themselves, as scripts of the page. */
export const judges = [source('axe-core/axe.min.js'), source('accessibility-checker-engine/ace-window.js'), source('html_codesniffer/build/HTMLCS.js')];

const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** A story is a piece of a page, so rules about whole pages do not apply to it. */
const pageRules = ['region', 'page-has-heading-one', 'landmark-one-main'];

/** Why a thing is right as it is: for all that the judge says of it, or where its sentence and place match. @typedef {{ where?: RegExp, why: string }} Explained */

/** What axe can't decide. @type {Readonly<Record<string, Explained>>} */
const openToAxe = {
  'color-contrast': { where: /#picture-|\.number\b/, why: 'numbers lie over a picture of elements that other stories show uncovered' },
  'identical-links-same-purpose': { where: /\ba\[data-id=/, why: 'two decisions may have the same title; the cells beside tell them apart' },
};

/** Where IBM's checker is not right. @type {Readonly<Record<string, Explained>>} */
const notForIbm = {
  aria_content_in_landmark: { why: 'a story is a piece of a page: the landmarks are the page\'s' },
  element_tabbable_role_valid: { where: /role '(?:group|region)'.* tabindex="0"/, why: 'what scrolls sideways must take the focus, or a keyboard never sees its end' },
};

/** Where HTML_CodeSniffer is not right. @type {Readonly<Record<string, Explained>>} */
const notForSniffer = {
  'WCAG2AAA.Principle1.Guideline1_3.1_3_1_AAA.G141': { where: /should be an h1/, why: 'a story is a piece of a page: its h1 is the page\'s' },
  'WCAG2AAA.Principle1.Guideline1_4.1_4_6.G17.Fail': { where: /ratio of NaN:1/, why: 'it can\'t read the colours that color-mix() gives; axe can' },
};

/** @param {Readonly<Record<string, Explained>>} table @param {string} rule @param {string} said */
function isExplained(table, rule, said) {
  const row = table[rule];
  return row !== undefined && (!row.where || row.where.test(said));
}

/** @typedef {{ rule: string, place: string, says: string }} Complaint */

/** @param {string} judge @param {readonly Complaint[]} complaints @param {Readonly<Record<string, Explained>>} table */
const faultsOf = (judge, complaints, table) =>
  complaints.filter(({ rule, place, says }) => !isExplained(table, rule, `${says} ${place}`)).map(({ rule, place, says }) => `${judge} ${rule}: ${says} ${place}`);

/** What is wrong with the story that a page shows. @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
export async function judge(page) {
  return [
    ...(await byAxe(page)),
    ...faultsOf('IBM', await page.evaluate(byIbm), notForIbm),
    ...faultsOf('HTML_CodeSniffer', await page.evaluate(bySniffer), notForSniffer),
  ];
}

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
async function byAxe(page) {
  const options = { runOnly: tags, rules: Object.fromEntries(pageRules.map((rule) => [rule, { enabled: false }])) };
  const { violations, incomplete } = await page.evaluate((given) => /** @type {any} */ (window).axe.run('#storybook-root', given), options);
  /** @param {any} node */
  const placeOf = (node) => node.target.flat().join(' ');
  /** @param {any} rule */
  const places = (rule) => rule.nodes.map(placeOf).join(', ');
  const open = incomplete.filter((/** @type {any} */ { id, nodes }) => !nodes.every((/** @type {any} */ node) => isExplained(openToAxe, id, placeOf(node))));
  return [
    ...violations.map((/** @type {any} */ rule) => `axe ${rule.id} (${rule.impact}): ${places(rule)}`),
    ...open.map((/** @type {any} */ rule) => `axe could not decide ${rule.id}, and nobody has said why it is right: ${places(rule)}`),
  ];
}

/** In the page: violations alone, since what else IBM's checker tells are reminders to look. @returns {Promise<Complaint[]>} */
async function byIbm() {
  const { Checker } = /** @type {any} */ (window).ace_ibma;
  const { results } = await new Checker().check(document.querySelector('#storybook-root'), ['WCAG_2_2', 'IBM_Accessibility']);
  return results
    .filter((/** @type {any} */ { value }) => value[0] === 'VIOLATION' && value[1] === 'FAIL')
    .map((/** @type {any} */ { ruleId, message, path, snippet }) => ({ rule: ruleId, says: message, place: `${path.dom} ${String(snippet).slice(0, 120)}` }));
}

/**
 * In the page: errors alone (its warnings and notices are questions for a person). It knows no shadow trees, so it looks at each
 * tree by itself, with the document's ways to an id and a label leading into that tree meanwhile.
 * @returns {Promise<Complaint[]>}
 */
async function bySniffer() {
  const { HTMLCS } = /** @type {any} */ (window);
  const story = /** @type {Element} */ (document.querySelector('#storybook-root'));
  /** @param {ParentNode} root @returns {ShadowRoot[]} */
  const shadowsIn = (root) => [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot, ...shadowsIn(shadowRoot)] : []));
  /** @type {Complaint[]} */
  const complaints = [];
  /** @param {Element} top @param {ShadowRoot} [tree] */
  const look = async (top, tree) => {
    if (tree) Object.assign(document, { getElementById: tree.getElementById.bind(tree), querySelector: tree.querySelector.bind(tree) });
    await new Promise((done, failed) => HTMLCS.process('WCAG2AAA', top, () => done(undefined), failed));
    for (const name of ['getElementById', 'querySelector']) Reflect.deleteProperty(document, name);
    for (const { type, code, msg, element } of HTMLCS.getMessages()) {
      if (type === HTMLCS.ERROR) complaints.push({ rule: code, says: msg, place: String(element.outerHTML ?? element.nodeName).slice(0, 160) });
    }
  };
  await look(story);
  for (const tree of shadowsIn(story)) {
    for (const top of [...tree.children].filter(({ localName }) => localName !== 'style' && localName !== 'link')) await look(top, tree);
  }
  return complaints;
}
