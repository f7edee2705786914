import { announce } from '../../announcer.js';
import { pageAddress } from '../../page-address.js';
import type { ToolHost } from '../tool.js';
import { toolWords } from '../tool-words.js';
import { copyText } from './clipboard.js';
import { recordHref } from './record-href.js';
import { copyWords } from './words.js';

/** Copies the address of the open record, and says whether that went well. */
export async function copyLink(host: ToolHost): Promise<void> {
  const { words } = host.context;
  const { copied, notCopied } = toolWords(words, 'copy', copyWords);
  const href = pageAddress(recordHref(host));
  announce(await copyText(href) ? copied : notCopied, words.tag);
}
