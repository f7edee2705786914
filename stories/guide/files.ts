/** The files beside `sgs.js`, and when each is loaded: one row a file, for the READMEs and the site. */
export const FILES: readonly (readonly [files: readonly string[], zh: string, en: string])[] = [
  [['sgs.rules.js'], '读取第一个数据源时：把关和隐私的规则。缺少时，只显示不需要判断的、单位的记录',
    'the first feed: the rules of the gate and of privacy. Where it is missing, only records of organisations that leave nothing to judge are shown'],
  [['sgs.setup.js'], '使用配置、多个数据源、目录、查询接口、自动刷新时；标出查到的字；向网站管理员说明未公示和有误的条数',
    'a configuration, several feeds, a catalogue, a portal’s search, `refresh`, marking of hits, the webmaster’s line in the console'],
  [['sgs.tools.js'], '导出 CSV 和 Excel、打印（附二维码）、复制链接、朗读、数据概览',
    'export (CSV, Excel), print with a QR code, copy the link, read aloud, the column at a glance'],
  [['sgs.search.js'], '查不到时：拼音首字母、繁体字、少写的字，以及其他栏目中的结果',
    'a search found nothing: pinyin, traditional characters, missing words, other tabs'],
  [['sgs.scale.js', 'sgs.worker.js'], '数据超过 1 MB，或者是 `sgs shard` 做成的文件夹时', 'a feed of more than 1 MB, or a folder made by `sgs shard`'],
  [['sgs.locales.js'], '英文、繁体界面', '`lang="en"`, `lang="zh-Hant"`'],
  [['sgs.scorecard.js', 'sgs.scorecard.css'], '考核页（`<sgs-scorecard>`），单独引用', '`<sgs-scorecard>`, by a tag of its own: how well departments publish, for supervisors (in Chinese)'],
  [['sgs.css'], 'Chromium 73 以前的浏览器', 'Chromium before 73'],
];
