/** Facts of the build: see scripts/assistant.ts. */
declare module 'virtual:built' {
  export const VERSION: string;
  /** Integrity of the widget's files, by name. */
  export const SRI: Readonly<Record<string, string>>;
  /** What scripts/editors.mjs has measured. */
  export const EDITORS: {
    readonly forms: readonly string[];
    readonly rows: readonly { readonly name: string; readonly cells: readonly string[]; readonly advice: string }[];
  };
}
