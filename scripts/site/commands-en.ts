/** English for the commands, which speak Chinese themselves. What has none here is shown in Chinese. */

export const COMMANDS_EN: Readonly<Record<string, string>> = {
  check: 'Checks feeds and tables: can they be read, what is not published, what is missing, late, doubled or personal.',
  convert: 'Makes `sgs.json` of tables (.xlsx, .xls, .csv) or other data, and says what it found.',
  merge: 'Merges the feeds of several departments; or, with `--into`, adds, corrects, withdraws and removes what was repaired.',
  export: 'Writes the national templates for reporting, legal and natural persons apart.',
  digest: 'A summary of the week or month, by kind, office and authority.',
  shard: 'Makes a folder of a big feed that any web server can search (`feed="folder/sgs.json"`); again, it updates what has changed.',
  index: 'Writes a feed into a search engine (OpenSearch, Elasticsearch), for `preset: opensearch` of the configuration.',
  score: 'Judges departments: timeliness, completeness, accuracy, availability; ranks them and lists what to correct.',
  watch: 'Looks at all departments once (run it daily): when each record was first seen, changed, taken down, for `score --log`.',
  prerender: 'Static pages: lists, a page a record, a site map, Atom feeds; readable without script.',
  snippet: 'The code to paste.',
};

/** By flag, or by command and flag where it means something else there. */
const OPTIONS: Readonly<Record<string, string>> = {
  '--json': 'the result as JSON', '--junit': 'the result as JUnit XML, for continuous integration', '--strict': 'exit code 1 for warnings too',
  '--all': 'every place, not the first 5 of each', '--sheet': 'reads this hidden sheet too; may be given several times',
  '--mapping': 'columns to fields (JSON): {"处罚单号": "documentNumber"}; "ignored" leaves one out', '--standard': 'the standard of the data: 2015 or 2018',
  '--config': 'the configuration of the column (JSON)', '--today': 'as of this day (YYYY-MM-DD); today unless given', '--output': 'the file to write',
  'convert --output': 'the file to write; the screen unless given', 'export --output': 'the folder to write', 'digest --output': 'an .xlsx, or an .html for printing',
  'shard --output': 'the folder to write', 'prerender --output': 'the folder of the pages; other files in it are left alone',
  '--publisher': 'name of the publisher', '--publisher-code': 'credit code of the publisher',
  '--confirm': 'looked at: takes a record with a doubtful amount or date (number or id); several times, or separated by 、',
  '--shrink': 'writes even if fewer than half of the records, or none, remain', '--replace': 'replaces the whole: what the new data lack disappears',
  '--drop-personal': 'leaves out records of natural persons (masked and kept unless given)',
  '--published': 'writes this day (today) as the date of publication where there is none', '--state': 'remembers versions (ETag): nothing is read or written without a change, and what can’t be read is kept',
  '--conflicts': 'writes conflicts into a file (JSON)', '--into': 'the present feed: the others are added and correct it',
  '--withdraw': 'withdraws a record (number or id); several times for several', '--reason': 'the reason, published with the record',
  '--repaired': 'a record that was repaired or whose publicity ended: removed; several times, or separated by 、', '--on': 'day of the repair (YYYY-MM-DD); today unless given',
  '--history': 'keeps the changes in a file (JSON, the last 500)', 'watch --history': 'changes a department has declared (file of merge --history); several times',
  'export --template': 'the template: 2015 or 2018 (default)', '--since': 'only decisions from this day on', '--week': 'the week of this day; the current one unless given',
  '--month': 'this month (YYYY-MM); the current one unless given', 'score --month': 'one month only (YYYY-MM); the last 12 unless given',
  '--by': 'what counts as new: reported (since the last report; default), published (date of publication), decided (date of the decision)',
  '--filed': 'the record of what was reported; beside the output unless given',
  'export --since': 'what is new: from this day the first time, then by the record of what was reported',
  'export --shrink': 'lists what to take back even if more than half of what was reported is gone',
  'digest --shrink': 'lists what to take back even if more than half of what was reported is gone',
  '--add': 'the data are the day’s additions and corrections; without it they are everything, and what they lack is taken down',
  '--search': 'what is searched: numbers (names, codes, numbers; default), titles, text', '--columns': 'more fields that lists show',
  '--keep': 'how long old files stay for who is reading; default 7d', '--calendar': 'the State Council’s calendar (JSON)',
  '--to': 'where to: http://host:9200/index', '--user': 'name and password; or the variable SGS_INDEX_USER', '--shards': 'number of shards, default 1; a few million records each',
  '--template-only': 'only the index template; printed without --to', '--csv': 'the ranking as CSV', '--xlsx': 'a workbook too', '--html': 'a page for printing too',
  '--weights': 'weights and thresholds (JSON, file or address)', '--log': 'the log of `sgs watch`', 'watch --log': 'folder of the logs, a file a department, only ever appended to',
  '--ledger': 'the ledgers: table, JSON, address, or a folder with a file a department; compares what was decided with what was published',
  '--fail-under': 'exit code 1 where a department is below these points', '--base': 'the full address of the folder', '--template': 'a page of the site with {{title}}, {{head}}, {{content}}',
  '--page-size': 'records on a page of the list, default 20', '--feed-url': 'address that the pages read the feed from; beside them unless given',
  '--script': 'address of sgs.js', '--static': 'no script: the list too stays a static page', '--sri': 'with `integrity`', '--nonce': 'with this nonce',
  '--site-name': 'SiteName', '--site-id': 'SiteIDCode', '--feed': 'address of the feed', '--folder': 'folder of the files on the site, /sgs/ unless given', '--correct': 'what was corrected or withdrawn since the last report', '--form': 'form 1–5, default 1', '--editor': 'the form that this editor leaves alone (UEditor, TinyMCE 8)',
  '--kind': 'the kinds shown, such as "license penalty"', '--src': 'address of sgs.js',
};

/** @param flags `-o, --output <file>` @param zh what the command says itself */
export function optionInEnglish(command: string, flags: string, zh: string): string {
  const [flag = ''] = /--[\w-]+/.exec(flags) ?? [];
  return OPTIONS[`${command} ${flag}`] ?? OPTIONS[flag] ?? zh;
}
