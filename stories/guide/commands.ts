/** Command lines of the guides, as people paste them. A test holds each against the commands there are. */

export const WEBMASTER = `# 检查：按工作表、行、列指出问题
npx sgs check 台账.xlsx
# 转换：不能公开的内容不写入
npx sgs convert 台账.xlsx -o sgs.json --publisher 青岚市市场监督管理局
# 以后更新：并入新增和更正；--published 写上今天的公示日期；撤销时写明原因
npx sgs merge --into sgs.json 本周.xlsx -o sgs.json --published
npx sgs merge --into sgs.json -o sgs.json --withdraw "青市监罚决〔2026〕1号" --reason 经行政复议撤销
# 粘贴到网页的代码
npx sgs snippet --folder /sgs/ --sri`;

export const REPAIRED = `# 信用修复、终止公示：从数据中移除，写明日期
npx sgs merge --into sgs.json -o sgs.json --repaired "青市监罚决〔2026〕2号" --on 2026-11-20 --history 变更.json`;

export const SCORE = `# 最近 12 个月和本月
npx sgs score departments.json --weights weights.json`;

export const MONTHLY = `# 每月 1 日考核上个月：工作簿存档，网页打印
npx sgs score departments.json --weights weights.json --month 2026-10 --xlsx 考核2026-10.xlsx --html 考核2026-10.html --fail-under 80`;

export const LEDGER = `# 台账：表格、JSON，或每个部门一个文件的文件夹
npx sgs score departments.json --ledger 台账.xlsx --html 月报.html --xlsx 月报.xlsx`;

export const WATCH = `# 每天检测一次；部门说明过的变更用 --history 给出
npx sgs watch departments.json --log 检测日志 --history 变更.json
# 考核时采用检测结果
npx sgs score departments.json --log 检测日志 --ledger 台账.xlsx --html 月报.html`;

export const WEEKLY = `# 11 月 16 日所在的一周；-o 也可以写 .html，直接打印
npx sgs digest county.json --week 2026-11-16 -o 第47周汇总.xlsx
# 汇总以后更正、撤下的
npx sgs digest county.json --correct -o 第47周更正.xlsx`;

export const FILING = `# 报送信用平台：第一次从这一天起，以后每次只导出上次报送以后新增的
npx sgs export 台账.xlsx --since 2026-11-16 -o 上报
# 报送以后更正、撤销的，和撤回清单
npx sgs export 台账.xlsx --correct -o 上报`;

export const SYNC = `# 县：各部门 → county.json
npx sgs merge https://slj.example.gov.cn/sgs.json https://nyj.example.gov.cn/sgs.json -o county.json --publisher 青岚县 --state county.state.json --conflicts conflicts.json
# 市：各县 → city.json
npx sgs merge https://www.qinglan.example.gov.cn/county.json https://www.yunxiu.example.gov.cn/county.json -o city.json --publisher 云岫市 --state city.state.json --conflicts conflicts.json`;

export const CRON = '0 * * * * cd /srv/gongshi && npx sgs merge $(cat 部门.txt) -o county.json --publisher 青岚县 --state county.state.json --conflicts conflicts.json';
