/** The manifest as Storybook should read it: attributes, properties and parts under names that don't collide. */
interface Named {
  readonly name: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly members?: readonly Named[];
  readonly attributes?: readonly (Named & { readonly type?: { readonly text: string } })[];
  readonly cssParts?: readonly Named[];
}

export interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

/** Members are left out: what is not an attribute is code. A part may be called like an attribute. */
const readable = (declaration: Declaration): Declaration => declaration.tagName === undefined ? declaration : {
  ...declaration,
  members: [],
  cssParts: declaration.cssParts?.map((part) => ({ ...part, name: `::part(${part.name})` })) ?? [],
};

export const forStorybook = ({ modules, ...rest }: Manifest): Manifest => ({
  ...rest,
  modules: modules.map((module) => ({ ...module, declarations: module.declarations?.map(readable) ?? [] })),
});
