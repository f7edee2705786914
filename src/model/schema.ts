/**
 * Our own feed format, version 1, as a schema: what `sgs-feed.schema.json` is generated from and what tests and tools
 * check documents with. The reader in a page takes far more than this (see `feed/`), so the schema is not in its bundle.
 */
import * as z from 'zod/mini';
import { fieldType, officialLabel, recordFields, type FieldName } from './fields.js';
import { KIND_DEFS, KINDS, type Kind } from './kinds.js';

const described = (schema: z.ZodMiniType, description: string, examples?: readonly string[]): z.ZodMiniType =>
  schema.register(z.globalRegistry, { description, ...(examples && { examples: [...examples] }) });
const text = (description: string): z.ZodMiniType => described(z.string(), description);
const isoDate = (description: string): z.ZodMiniType =>
  described(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)), `${description}（YYYY-MM-DD；2099-12-31 表示长期）`);

/** Notices and catalogue items are written with the plain words of the contract; the reader takes both. */
const WRITTEN: Partial<Record<Kind, Partial<Record<FieldName, string>>>> = {
  notice: { noticeTitle: 'title', decidedOn: 'date', authority: 'department', content: 'text' },
  catalog: { itemName: 'name', catalogCode: 'code', authority: 'department' },
};

const schemaOf = (kind: Kind, field: FieldName): z.ZodMiniType => {
  const label = officialLabel(kind, field);
  switch (fieldType(field)) {
    case 'date': return isoDate(label);
    case 'amount': return described(z.number().check(z.gte(0)), `${label.replace(/（万元）$/, '')}，单位：万元，至多六位小数`);
    case 'list': return described(z.union([z.string(), z.array(z.string())]), label, KIND_DEFS[kind].categories.slice(0, 3));
    case 'link': return described(z.string().check(z.regex(/^https?:\/\//)), `${label}（http 或 https 地址）`);
    default: if (field === 'result') return described(z.string(), label, KIND_DEFS[kind].results);
      return field === 'year' ? described(z.union([z.string(), z.number()]), label) : text(label);
  }
};

const recordSchema = (kind: Kind): z.ZodMiniType => {
  const { needs, needsOneOf, label } = KIND_DEFS[kind];
  const shape: Record<string, z.ZodMiniType> = {
    kind: kind === 'catalog' ? z.optional(z.literal(kind)) : z.literal(kind),
    id: z.optional(text('记录在本数据中的编号，不得使用证件号码')),
    status: z.optional(described(z.enum(['valid', 'revoked', 'disputed', 'other']), '当前状态')),
    scope: z.optional(described(z.enum(['public', 'internal', 'restricted']), '信息使用范围；非 public 的不会显示，最好不要写入数据')),
  };
  for (const field of recordFields(kind)) {
    const schema = schemaOf(kind, field);
    const isNeeded = needs === field || (needsOneOf.length === 1 && needsOneOf[0] === field);
    shape[WRITTEN[kind]?.[field] ?? field] = isNeeded ? schema : z.optional(schema);
  }
  const oneOf = needsOneOf.map((field) => officialLabel(kind, field)).join('、');
  return z.looseObject(shape).register(z.globalRegistry, { title: label, description: `至少要有：${oneOf}之一。其他列会以其自己的名称显示。` });
};

const recordKinds = KINDS.filter((kind) => kind !== 'catalog').map(recordSchema);

/** One JSON document: `{version: 1, standard, publisher, updated, notice?, remedy?, records, catalog?}`. */
export const FeedDocument = z.object({
  version: z.literal(1),
  standard: z.optional(z.enum(['2015', '2018']).register(z.globalRegistry, { description: '数据所依据的标准，决定状态代码的含义' })),
  publisher: z.optional(z.object({ name: z.optional(text('公示单位')), code: z.optional(text('统一社会信用代码')), url: z.optional(text('网址')) })),
  updated: z.optional(isoDate('数据更新日期')),
  notice: z.optional(text('栏目说明')),
  remedy: z.optional(text('行政处罚的救济渠道，适用于本身没有救济渠道的处罚')),
  records: z.array(z.union(recordKinds as [z.ZodMiniType, ...z.ZodMiniType[]])),
  catalog: z.optional(z.array(recordSchema('catalog'))),
}).register(z.globalRegistry, { title: '双公示数据（sgs 格式第 1 版）' });
