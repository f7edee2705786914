/// <reference types="vite/client" />
/** What the elements promise, from the manifest that the build makes of their JSDoc. */
interface Named {
  readonly name: string;
  readonly default?: string;
  readonly description?: string;
}

export interface Declared {
  readonly tagName: string;
  readonly attributes: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly events: readonly Named[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly (Partial<Declared>)[] }[];
}

const [manifest] = Object.values(import.meta.glob<Manifest>('../../dist/custom-elements.json', { eager: true, import: 'default' }));

export const elements: readonly Declared[] = (manifest?.modules ?? []).flatMap(({ declarations = [] }) =>
  declarations.filter((each): each is Declared => each.tagName !== undefined),
);

/** By name, each once, in the order of the first element that has it. */
export const merged = (list: 'attributes' | 'cssProperties' | 'cssParts'): readonly Named[] => [
  ...new Map(elements.flatMap((element) => element[list]).reverse().map((each) => [each.name, each] as const)).values(),
].reverse();

/** Tags of the elements that have it. */
export const owners = (list: 'attributes' | 'cssProperties' | 'cssParts', name: string): string =>
  elements.filter((element) => element[list].some((each) => each.name === name)).map(({ tagName }) => tagName.replace('sgs-', '')).join('、');
