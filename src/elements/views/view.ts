/** What every view gets: words, settings, and one way out. Views are functions of it; none holds state. */
import type { Messages } from '../../locale/messages.js';
import type { SgsConfig } from '../../model/config.js';
import type { FieldName } from '../../model/fields.js';
import type { Kind } from '../../model/kinds.js';
import { webAddress } from '../../model/web-address.js';
import type { ListRequest } from '../../state/list.js';

export interface View {
  readonly words: Messages;
  readonly config: SgsConfig;
  /** Level of the element's own heading, 2–6. */
  readonly level: number;
  readonly send: (request: ListRequest) => void;
  readonly href: (request: ListRequest) => string | undefined;
}

export const kindLabel = ({ words, config }: View, kind: Kind): string => config.labels?.[kind] || words.kind(kind);

export const fieldLabel = ({ words, config }: View, kind: Kind, field: FieldName): string =>
  config.labels?.[field] || (field === 'title' ? words.title(kind) : words.field(kind, field));

/** The feed decides neither protocol nor script of a link. */
export const safeUrl = (text: string, base = document.baseURI): string | undefined => webAddress(text, base)?.href;
