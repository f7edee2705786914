// What tests of pages share: a site, records, and a reader of HTML that is none of ours.
import { zhCN } from '../../src/locale/zh-CN.js';
import type { SgsRecord } from '../../src/model/record.js';
import type { Site } from '../../src/prerender/site.js';

export const site: Site = {
  base: 'https://www.example.gov.cn/sgs/', feed: 'sgs.json', publisher: '青岚市市场监督管理局', updated: '2026-11-20', notice: '', remedy: '',
  siteName: '青岚市人民政府', siteId: '0000000001', pageSize: 2, config: {}, words: zhCN,
};

export const record = (id: string, more: Partial<SgsRecord> = {}): SgsRecord => ({
  id, kind: 'license', title: '食品经营许可', documentNumber: `青许〔2026〕${id}号`, subjectName: '青岚市甲有限公司', decidedOn: '2026-03-01',
  authority: '青岚市市场监督管理局', category: ['普通'], status: 'valid', extra: [], ...more,
});
