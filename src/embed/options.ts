/** Which elements a page may ask for without writing their tags, and which attributes it may give them. */

const NAMES = ['column', 'list', 'search', 'detail'] as const;

/** `sgs-list` of `list`; undefined for anything else. */
export function tagOf(name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  return NAMES.some((known) => known === wanted) ? `sgs-${wanted}` : undefined;
}

/** Tags of the links that become widgets by their class alone. */
export const LINK_TAGS = ['sgs-column', 'sgs-list'] as const;

/**
 * The attribute an element gets from `data-…`; undefined where it has none of that name. Only what the element itself
 * reads goes over: a CMS lets its authors write any `data-*`, and `data-onclick` must not become a handler.
 */
export function attributeOf(tag: string, data: string): string | undefined {
  const name = /^data-(.+)$/.exec(data)?.[1];
  if (name === undefined || name === 'sgs' || name === 'target') return undefined;
  const known = (customElements.get(tag) as { observedAttributes?: readonly string[] } | undefined)?.observedAttributes ?? [];
  // `id` is what the `for` of a search box points at.
  return name === 'id' || known.includes(name) ? name : undefined;
}
