/** What a feed says about itself, as it may be shown: the office's own telephones stay, a person's numbers go. */
import type { SgsConfig } from '../model/config.js';
import { mayShowCode } from '../rules/personal-numbers/code-column.js';
import { redactNumbers } from '../rules/personal-numbers/find.js';
import { mayShowLink } from '../rules/personal-numbers/link.js';
import type { FeedMeta } from './feed.js';

const ofOffice = (text: string): string => redactNumbers(text, { office: true });

/** The site's own texts are the webmaster's word, and stay as they are. */
export function cleanMeta(meta: FeedMeta, { texts = {} }: SgsConfig): FeedMeta {
  const { publisher, notice, remedy } = meta;
  const { name, code, url } = publisher ?? {};
  return {
    ...meta,
    ...(publisher && {
      publisher: {
        ...(name !== undefined && { name: ofOffice(name) }),
        ...(code !== undefined && { code: mayShowCode(code, false) ? code : '' }),
        ...(url !== undefined && { url: mayShowLink(url) ? url : '' }),
      },
    }),
    ...(notice !== undefined && texts.notice === undefined && { notice: ofOffice(notice) }),
    ...(remedy !== undefined && texts.remedy === undefined && { remedy: ofOffice(remedy) }),
  };
}
