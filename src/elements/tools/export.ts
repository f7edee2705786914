/** What was found as a file: CSV or Excel, with progress, and cancelled when a person thinks better of it. */
import { html, type TemplateResult } from 'lit';
import { exportFile, type FileFormat } from '../../export/file.js';
import { announce } from '../announcer.js';
import type { Desk } from '../desk.js';
import { button } from '../views/controls.js';
import { wordsOf } from '../settings.js';
import { today } from '../today.js';
import { save } from './save.js';
import { toolWords } from './words.js';

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
async function write(format: FileFormat, desk: Desk, draw: () => void): Promise<void> {
  const { store, snapshot } = desk.state;
  if (!store?.source || !snapshot) return;
  const { words, config } = desk.context;
  const said = toolWords(words.tag);
  const { meta, query, fuzzyMatch } = snapshot;
  const now: Running = { abort: new AbortController(), done: 0, total: 1, message: '' };
  running.set(desk, now);
  draw();
  const date = today();
  const result = await exportFile(format, store.source, [{ ...query, fuzzyMatch }], {
    words,
    labels: config.labels,
    remedy: config.texts?.remedy ?? meta.remedy,
    date,
    signal: now.abort.signal,
    about: {
      name: said.about,
      rows: [
        [said.source, [meta.publisher?.name, location.href].filter(Boolean).join(' ')],
        ...(meta.updated ? [[said.updated, meta.updated] as const] : []),
        [said.exported, date],
      ],
    },
    progress: ({ done, total }) => {
      const percent = (n: number): number => Math.floor((100 * n) / (total || 1));
      const moved = percent(done) !== percent(now.done);
      Object.assign(now, { done, total });
      if (moved) draw();
    },
  });
  if (result.ok) {
    const { blob, name, records, complete } = result.value;
    save(blob, name);
    now.message = [said.saved(name, records), complete ? '' : said.incomplete].join(' ').trim();
  } else now.message = result.reason === 'cancelled' ? said.cancelled : said.notSaved;
  if ('error' in result) console.warn('sgs:', result.error);
  now.of = desk.state.snapshot?.page;
  announce(now.message, words.tag);
  draw();
}

/** @param draw shows the tool again */
export function exportView(desk: Desk, draw: () => void): TemplateResult {
  const said = toolWords(desk.context.words.tag);
  const exports = wordsOf(desk.exports);
  const page = desk.state.snapshot?.page;
  const now = running.get(desk);
  if (now && !now.message) {
    const text = said.writing(now.done, now.total);
    return html`<div class="bar note"><label class="grow">${text} <progress max=${now.total} value=${now.done}></progress></label>${button(said.cancel, () => now.abort.abort())}</div>`;
  }
  return html`<div class="bar note"><span class="grow">${now && now.of === page ? now.message : said.take(page?.total ?? 0)}</span>${
    FORMATS.filter((format) => exports.includes(format)).map((format) => button(said[format], () => void write(format, desk, draw)))
  }</div>`;
}
