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
for (const [file, name, plant] of DEPARTMENTS) {
  const at = plant ? PLANTS.findIndex((one) => one.name === plant) : 29;
  const text = files.get(`d${at + 1}.json`) ?? '';
  const feed = JSON.parse(text) as { publisher: { name: string }; records: object[] };
  const line = (record: object): string => `    ${JSON.stringify(record)}`;
  const { records, ...head } = JSON.parse(text.replaceAll(feed.publisher.name, name)) as { records: object[] };
  writeFileSync(`${folder}/${file}.json`, `${JSON.stringify(head, null, 2).replace(/\n\}$/, '')},\n  "records": [\n${records.map(line).join(',\n')}\n  ]\n}\n`);
}
// The last one's feed is not there: that has to show too.
const list = [...DEPARTMENTS.map(([file, name]) => ({ name, feed: `departments/${file}.json` })), { name: '青岚市城市管理局', feed: 'departments/csgl.json' }];
writeFileSync('demo/data/departments.json', `[\n${list.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n]\n`);
