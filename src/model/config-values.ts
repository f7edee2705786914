/** The kinds of values in a configuration; each error says, in Chinese, what the value should be. */
import * as z from 'zod/mini';

export const text = z.string({ error: '文字' });
export const flag = z.boolean({ error: 'true 或 false' });
export const count = z.number({ error: '不小于 0 的数' }).check(z.gte(0, { error: '不小于 0 的数' }));
export const TEXT_MAP = '名称与文字的对照';
export const textMap = z.record(z.string(), text, { error: TEXT_MAP });

type EnumOf<Values extends readonly string[]> = z.ZodMiniEnum<z.core.util.ToEnum<Values[number]>>;

export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values): EnumOf<Values> =>
  z.enum(values, { error: values.join(' 或 ') });

type PartialOf<Shape extends z.core.$ZodShape> = ReturnType<typeof z.partial<z.ZodMiniObject<Shape, z.core.$strict>>>;

/** An object with these settings, each of which may be left out. */
export const settings = <Shape extends z.core.$ZodShape>(shape: Shape): PartialOf<Shape> =>
  z.partial(z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? undefined : '对象') }));

/** A setting of this schema for each of the names. */
export function forEach<Name extends string, Schema extends z.core.SomeType>(
  names: readonly Name[], schema: Schema,
): Record<Name, Schema> {
  const shape = {} as Record<Name, Schema>;
  for (const name of names) shape[name] = schema;
  return shape;
}
