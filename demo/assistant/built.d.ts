/** Facts of the build: see scripts/assistant.ts. */
declare module 'virtual:built' {
  /** Integrity of the widget's files, by name. */
  export const SRI: Readonly<Record<string, string>>;
}
