/** What people leave out of a name, or put into it, without meaning another one. */

/** Legal forms of companies, longest first. */
export const COMPANY_FORMS: readonly string[] = [
  '股份有限责任公司', '有限责任公司', '股份有限公司', '集团有限公司', '有限公司', '责任公司', '股份公司', '集团公司',
  '总公司', '分公司', '子公司', '公司',
];

interface PlaceSuffix {
  /** After one of these it is part of another word. */
  readonly before: string;
  /** Before one of these it is part of another word. */
  readonly after: string;
}

/** Ends of place names: 安平县 is also called 安平. 市场, 市长, 小区 and the like are other words. */
export const PLACE_SUFFIXES: Readonly<Record<string, PlaceSuffix>> = {
  省: { before: '节', after: '级长直' },
  市: { before: '超夜菜楼股上', after: '场政民区容级长售值价面' },
  县: { before: '', after: '级长城域' },
  区: { before: '小社园地景校库厂新街片城市矿林灾战辖', after: '域间块划别长级' },
};
