/** What was found as a file: CSV or Excel, with progress, and cancelled when a person thinks better of it. */
import type { TemplateResult } from 'lit';
import { html } from '../../html.js';
import { exportFile, type FileFormat } from '../../../export/file.js';
import { announce } from '../../announcer.js';
import { pageAddress } from '../../page-address.js';
import { saveFile } from '../../save-file.js';
import { wordsOf } from '../../settings.js';
import { today } from '../../today.js';
import { button } from '../../views/controls.js';
import type { ToolHost } from '../tool.js';
import { toolWords } from '../tool-words.js';
import { exportWords } from './words.js';

const FORMATS: readonly FileFormat[] = ['csv', 'xlsx'];

/** What an element is exporting, or what came of it. */
interface Running {
  readonly abort: AbortController;
  done: number;
  total: number;
  message: string;
  /** What was on the screen when it ended: with the next result the message goes. */
  of?: unknown;
}
const running = new WeakMap<HTMLElement, Running>();

/** @param draw shows the tool again */
async function write(format: FileFormat, host: ToolHost, draw: () => void): Promise<void> {
  const { store, snapshot } = host.state;
  if (!store?.source || !snapshot) return;
  const { words, config } = host.context;
  const texts = toolWords(words, 'export', exportWords);
  const { meta, query, fuzzyMatch } = snapshot;
  const now: Running = { abort: new AbortController(), done: 0, total: 1, message: '' };
  running.set(host, now);
  const hasFocus = (): boolean => Boolean((host.renderRoot as ShadowRoot).activeElement?.closest('#export'));
  // The button that was pressed goes: what can be pressed instead has its focus.
  const drawFocused = (): void => {
    const focused = hasFocus();
    draw();
    if (focused && !hasFocus()) host.renderRoot.querySelector<HTMLElement>('#export button')?.focus();
  };
  drawFocused();
  announce(texts.writing(0, 1), words.tag);
  const date = today();
  const result = await exportFile(format, store.source, [{ ...query, fuzzyMatch }], {
    words,
    labels: config.labels,
    remedy: config.texts?.remedy ?? meta.remedy,
    date,
    signal: now.abort.signal,
    about: {
      name: texts.about,
      rows: [
        [texts.source, [meta.publisher?.name, pageAddress()].filter(Boolean).join(' ')],
        ...(meta.updated ? [[texts.updated, meta.updated] as const] : []),
        [texts.exported, date],
      ],
    },
    progress: ({ done, total }) => {
      const percent = (n: number): number => Math.floor((100 * n) / (total || 1));
      const moved = percent(done) !== percent(now.done);
      // Every percent would drown what else a reader says.
      const isQuarter = Math.floor(percent(done) / 25) !== Math.floor(percent(now.done) / 25) && done < total;
      Object.assign(now, { done, total });
      if (isQuarter) announce(texts.writing(done, total), words.tag);
      if (moved) draw();
    },
  });
  if (result.ok) {
    const { blob, name, records, complete } = result.value;
    saveFile(blob, name);
    now.message = [texts.saved(name, records), complete ? '' : texts.incomplete].join(' ').trim();
  } else now.message = result.reason === 'cancelled' ? texts.cancelled : texts.notSaved;
  if ('error' in result) console.warn('sgs:', result.error);
  now.of = host.state.snapshot?.page;
  announce(now.message, words.tag);
  drawFocused();
}

/** @param draw shows the tool again */
export function exportPanel(host: ToolHost, draw: () => void): TemplateResult {
  const texts = toolWords(host.context.words, 'export', exportWords);
  const exports = wordsOf(host.exports);
  const page = host.state.snapshot?.page;
  const now = running.get(host);
  if (now && !now.message) {
    const text = texts.writing(now.done, now.total);
    return html`<div class="bar note">
      <label class="grow">${text} <progress max=${now.total} value=${now.done}></progress></label>
      ${button(texts.cancel, () => now.abort.abort())}
    </div>`;
  }
  return html`<div class="bar note"><span class="grow">${now && now.of === page ? now.message : texts.take(page?.total ?? 0)}</span>${
    FORMATS.filter((format) => exports.includes(format)).map((format) => button(texts[format], () => void write(format, host, draw)))
  }</div>`;
}
