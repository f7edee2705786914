// The departments of demo/scorecard.html: small invented feeds, most of them with a fault that a supervisor would find.
// `node --import tsx scripts/demo-departments.ts` writes them; nothing in them is random.
import { mkdirSync, writeFileSync } from 'node:fs';
import { makeDepartments, PLANTS } from '../test/score/departments.js';

/** Who is in the demo, and what is planted in their feed; nothing: a clean one. */
const DEPARTMENTS: readonly (readonly [file: string, name: string, plant: string])[] = [
  ['nyj', '青岚市农业农村局', '公示超期'],
  ['zjj', '青岚市住房和城乡建设局', '缺许可内容'],
  ['wjw', '青岚市卫生健康委员会', '代码校验'],
  ['jtj', '青岚市交通运输局', '空白月份'],
  ['sthj', '青岚市生态环境局', '长期不更新'],
  ['whj', '青岚市文化和旅游局', ''],
];

const folder = 'demo/data/departments';
const { files } = makeDepartments();
mkdirSync(folder, { recursive: true });
/** 台账: what they have decided; one has two decisions more than it publishes. */
const decided: object[] = [];
const HIDDEN = '青岚市交通运输局';
for (const [file, name, plant] of DEPARTMENTS) {
  const at = plant ? PLANTS.findIndex((one) => one.name === plant) : 29;
  const text = files.get(`d${at + 1}.json`) ?? '';
  const feed = JSON.parse(text) as { publisher: { name: string }; records: object[] };
  const line = (record: object): string => `    ${JSON.stringify(record)}`;
  const { records, ...head } = JSON.parse(text.replaceAll(feed.publisher.name, name)) as { records: Record<string, string>[] };
  const county = at % 2 ? '东城区' : '西城区';
  for (const record of records) {
    const of = (key: string): string | undefined => record[`XK_${key}`] ?? record[`CF_${key}`];
    decided.push({ department: name, county, kind: 'XK_WSH' in record ? 'license' : 'penalty', documentNumber: of('WSH'), decidedOn: of('JDRQ') });
  }
  if (name === HIDDEN) {
    for (const n of ['901', '902'])
      decided.push({ department: name, county, kind: 'penalty', documentNumber: `青交罚〔2026〕${n}号`, decidedOn: '2026-05-11' });
  }
  writeFileSync(`${folder}/${file}.json`, `${JSON.stringify(head, null, 2).replace(/\n\}$/, '')},\n  "records": [\n${records.map(line).join(',\n')}\n  ]\n}\n`);
}
// The last one's feed is not there: that has to show too.
const list = [...DEPARTMENTS.map(([file, name]) => ({ name, feed: `departments/${file}.json` })), { name: '青岚市城市管理局', feed: 'departments/csgl.json' }];
writeFileSync('demo/data/departments.json', `[\n${list.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n]\n`);
writeFileSync('demo/data/ledger.json', `[\n${decided.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n]\n`);
