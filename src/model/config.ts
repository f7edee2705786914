/** What a site may configure: the `config` attribute's JSON and the `config` property. */
import type * as z from 'zod/mini';
import type { configSchema } from './config-schema.js';

/** Described setting by setting in `config-schema.ts`. */
export type SgsConfig = DeepReadonly<z.infer<ReturnType<typeof configSchema>>>;

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

export type PlainObject = Readonly<Record<string, unknown>>;

export const isPlainObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
