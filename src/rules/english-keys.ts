/**
 * Keys in English words that no table of aliases knows: penaltyDecisionNo, approval_dept, penDecIssDate (the last as the national
 * enterprise credit system spells them; from memory). Amounts are left out: such systems keep them in 元 as often as in 万元.
 */
import type { FieldName } from '../model/fields.js';
import type { Kind } from '../model/kinds.js';
import { gateColumn } from './standing/columns.js';
import { wordsOfKey } from './standing/fold.js';

/** What a kind calls its act. */
const ACTS: Readonly<Partial<Record<Kind, string>>> = {
  penalty: '(?:penalty|punish|punishment|penal|pen|sanction)',
  license: '(?:licen[sc]e|permit|permission|approval|approve|lic|licensing)',
};
const NUMBER = '(?:no|num|number)';
const DAY = '(?:date|time|day|at|on)';
const BODY = '(?:authority|auth|anth|agency|organ|org|organi[sz]ation|dept|department|office|unit|bureau|institution)';
const PARTY = '(?:party|counterpart|counterparty|litigant|applicant|licensee|permittee|offender|respondent)';
const COMPANY = '(?:company|enterprise|ent|corp|corporation|firm|subject|holder)';

/** ACT stands for the kind's act. `weak` keys are of anything that is published, and make no record of a row. */
const KEYS: readonly (readonly [field: FieldName, kinds: readonly Kind[], words: string, weak?: 'weak'])[] = [
  ['creditCode', ['penalty', 'license'],
    `(?:(?:${PARTY}|${COMPANY}) )?(?:(?:unified|uniform|united) )?(?:(?:social )?credit|(?:unified`
    + `|uniform)(?: social)?) (?:code|id|${NUMBER})|unisc ?id|usc ?code`],
  ['legalRepresentative', ['penalty', 'license'], '(?:legal|corporate) (?:person|rep|representative|man)(?: name)?|le ?rep', 'weak'],
  ['subjectType', ['penalty', 'license'], `(?:${PARTY}|${COMPANY}) (?:type|category|kind)`, 'weak'],
  ['subjectName', ['penalty'],
    '(?:punished|penali[sz]ed|sanctioned)(?: (?:person|party|unit|company|enterprise|subject|object))?(?: name)?'],
  ['subjectName', ['license'], 'ACT (?:holder|party|subject|applicant)(?: name)?|licensed (?:party|unit|company)(?: name)?'],
  ['subjectName', ['penalty', 'license'],
    `${PARTY}(?: (?:full )?name)?|(?:${COMPANY}) (?:full )?name|name of (?:the )?(?:${PARTY}|${COMPANY})`, 'weak'],
  ['authorityCode', ['penalty', 'license'], `(?:(?:ACT|decision|issuing|approving) )+${BODY} code`],
  ['authority', ['penalty', 'license'],
    `(?:(?:ACT|decision|deciding|issuing|approving|punishing|law enforcement|enforcement) )+${BODY}(?: name)?`],
  ['authority', ['penalty', 'license'], 'authority(?: name)?', 'weak'],
  ['documentNumber', ['penalty', 'license'],
    `(?:ACT )?(?:decision|dec)(?: (?:doc|document|paper|letter|book))? ${NUMBER}|(?:ACT )(?:doc|document|file|paper) ${NUMBER}`],
  ['documentNumber', ['penalty', 'license'], `(?:doc|document|instrument) ${NUMBER}`, 'weak'],
  ['documentNumber', ['penalty'], `ACT ${NUMBER}`],
  ['documentNumber', ['penalty'], `case ${NUMBER}`, 'weak'],
  ['certificateNumber', ['license'], `(?:ACT|certificate|cert|ACT certificate|ACT cert) ${NUMBER}`],
  ['certificateName', ['license'], '(?:ACT )?(?:certificate|cert) name'],
  ['documentName', ['penalty', 'license'], '(?:ACT )?(?:decision )?(?:doc|document) (?:name|title)|ACT decision(?: name| title)?', 'weak'],
  ['documentName', ['license'], 'ACT (?:name|title)'],
  ['caseName', ['penalty'], '(?:case|ACT)(?: case)? (?:name|title)'],
  ['projectName', ['license'], '(?:ACT )(?:item|matter|project|affair)(?: name)?'],
  ['projectName', ['license'], '(?:item|matter|affair) name', 'weak'],
  ['violationType', ['penalty'],
    '(?:illegal|illeg|violation|offen[cs]e|unlawful)(?: (?:act|behaviou?r|action|conduct))?(?: (?:type|category|kind|name))?'],
  ['facts', ['penalty'],
    'ACT (?:reason|cause|grounds?|facts?)|(?:illegal|violation|offen[cs]e|unlawful|case)(?: (?:act|behaviou?r))? (?:facts?|details?)'
    + '|(?:main )?facts'],
  ['basis', ['penalty', 'license'], '(?:(?:ACT|legal|law|statutory) )+(?:basis|grounds?)'],
  ['category', ['penalty', 'license'], 'ACT (?:type|category|kind|class)'],
  ['result', ['penalty'], 'ACT (?:decision )?(?:contents?|results?|details?|measures?)'],
  ['content', ['license'], 'ACT (?:decision )?(?:contents?|scope|details?)'],
  ['decidedOn', ['penalty', 'license'],
    `(?:ACT )?(?:decision|decided?|dec)(?: (?:made|issued?|iss))? ${DAY}|ACT(?:ted)?(?: (?:issued?|granted))? ${DAY}|approved ${DAY}`],
  ['decidedOn', ['license'], `(?:issued?|granted) ${DAY}`, 'weak'],
  ['publishedOn', ['penalty', 'license'],
    `(?:publish|published|publication|public|publicity|pub|disclosure|disclosed)(?: (?:start|begin))? ${DAY}`, 'weak'],
  ['validFrom', ['license'],
    `(?:ACT )?(?:valid|validity|val|effective)(?: (?:period|term))? (?:from|start|begin)(?: ${DAY})?|effective ${DAY}`, 'weak'],
  ['validTo', ['license'],
    `(?:ACT )?(?:valid|validity|val|effective)(?: (?:period|term))? (?:to|until|till|thru|through|end)(?: ${DAY})?`
    + `|(?:ACT )?(?:expire|expires|expiry|expiration) ${DAY}`, 'weak'],
  ['sourceUnit', ['penalty', 'license'], `(?:data )?source ${BODY}(?: name)?|data source`, 'weak'],
  ['remedy', ['penalty'], '(?:remedy|remedies|relief)(?: (?:channels?|ways?|means))?'],
];

interface EnglishKey {
  readonly field: FieldName;
  readonly weak: boolean;
}

const patterns: Partial<Record<Kind, readonly (readonly [RegExp, EnglishKey])[]>> = {};

const patternsOf = (kind: Kind, act: string): readonly (readonly [RegExp, EnglishKey])[] => (patterns[kind] ??= KEYS
  .filter(([, kinds]) => kinds.includes(kind))
  .map(([field, , words, weak]) => [new RegExp(`^(?:${words.replace(/ACT/g, act)})$`), { field, weak: weak !== undefined }]));

/** Words of the longest key that is looked at. */
const MOST_WORDS = 8;

/** The field that a key in English words names in a kind; undefined where it names none, or speaks of the record's standing. */
export function fieldOfEnglish(kind: Kind, key: string): EnglishKey | undefined {
  const act = ACTS[kind];
  // The national codes (XK_XDR_MC) are no English.
  if (!act || !/^(?!(?:XK|CF)_)[A-Z][\w .-]{3,60}$/i.test(key) || gateColumn(key)) return undefined;
  const words = wordsOfKey(key);
  // penAuth_CN: the word for a code.
  if (words[words.length - 1] === 'cn') words.pop();
  if (words.length > MOST_WORDS) return undefined;
  const text = words.join(' ');
  return patternsOf(kind, act).find(([pattern]) => pattern.test(text))?.[1];
}
