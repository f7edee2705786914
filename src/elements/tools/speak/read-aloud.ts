/** Reads a record aloud with the browser's own voice, row by row, and marks the row it is at. */
import { announce } from '../../announcer.js';
import type { ToolHost } from '../tool.js';
import { toolWords } from '../tool-words.js';
import { speakWords } from './words.js';

const MARK = 'speaking';

/** Milliseconds in which a browser names its voices. */
const VOICES_MS = 1500;

interface Spoken {
  readonly text: string;
  readonly lang: string;
}

/** A code or document number digit by digit: as a number of billions nobody could write it down. */
const spell = (text: string): string => text.replace(/[0-9A-Za-z]/g, '$& ').trim();

/** What is said of a row: `处罚机关：青岚市市场监督管理局。` Each part in its own language. */
function spokenOf(element: Element): readonly Spoken[] {
  const parts: { text: string; lang: string }[] = [];
  const collect = (node: Node, lang: string, isCode: boolean): void => {
    if (node instanceof Text) {
      const text = isCode ? spell(node.data) : node.data;
      const last = parts[parts.length - 1];
      if (!text.trim()) return;
      if (last?.lang === lang) last.text += text;
      else parts.push({ text, lang });
    } else if (node instanceof Element && node.getAttribute('aria-hidden') !== 'true') {
      for (const child of node.childNodes) collect(child, node.getAttribute('lang') ?? lang, isCode || node.classList.contains('code'));
    }
  };
  const own = element.closest('[lang]')?.getAttribute('lang') ?? '';
  [...element.children].forEach((child, at) => {
    const last = parts[parts.length - 1];
    if (at && last) last.text = `${last.text.trim()}：`;
    collect(child, own, false);
  });
  if (!parts.length) collect(element, own, false);
  return parts.map(({ text, lang }) => ({ text: text.trim(), lang }));
}

/** Whether there is a voice for a language; browsers name theirs a moment after they are asked. */
async function hasVoice(lang: string): Promise<boolean> {
  const synthesis = speechSynthesis as Partial<SpeechSynthesis>;
  if (!synthesis.getVoices) return true;
  const named = (): SpeechSynthesisVoice[] => synthesis.getVoices?.() ?? [];
  if (!named().length) await new Promise((done) => {
    synthesis.addEventListener?.('voiceschanged', done, { once: true });
    setTimeout(done, VOICES_MS);
  });
  const [language = ''] = lang.toLowerCase().split('-');
  return named().some((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === language);
}

/** Says, for eyes and ears, why nothing is heard. */
function showNoVoice(article: Element, text: string, lang: string): void {
  article.querySelector('.no-voice')?.remove();
  const note = document.createElement('p');
  note.className = 'note screen no-voice';
  note.textContent = text;
  article.prepend(note);
  announce(text, lang);
}

/** Reads the record that is open in an element, or stops reading it. It ends when the record goes, too. */
export async function readAloud(host: ToolHost): Promise<void> {
  const article = host.renderRoot.querySelector('article');
  if (host.speaking || !article) {
    host.speaking?.();
    return;
  }
  const { words } = host.context;
  const lang = words.tag;
  const texts = toolWords(words, 'speak', speakWords);
  const synthesis = speechSynthesis;
  const parts = [...article.querySelectorAll('#record, .group, .row')];
  let over = false;
  const finish = (): void => {
    if (over) return;
    over = true;
    watch.disconnect();
    removeEventListener('pagehide', finish);
    synthesis.cancel();
    for (const part of parts) part.classList.remove(MARK);
    host.speaking = undefined;
  };
  // Going back to the list ends it, whoever has taken the record away.
  const watch = new MutationObserver(() => {
    if (!article.isConnected) finish();
  });
  watch.observe(article.getRootNode(), { childList: true, subtree: true });
  addEventListener('pagehide', finish);
  const read = (at: number): void => {
    const part = parts[at];
    parts[at - 1]?.classList.remove(MARK);
    if (over) return;
    if (!part) {
      announce(texts.readFully, lang);
      finish();
      return;
    }
    part.classList.add(MARK);
    part.scrollIntoView({ block: 'nearest' });
    const spoken = spokenOf(part);
    const say = (n: number): void => {
      const piece = spoken[n];
      if (over) return;
      if (!piece) {
        read(at + 1);
        return;
      }
      const utterance = new SpeechSynthesisUtterance(piece.text);
      utterance.lang = piece.lang || lang;
      utterance.onend = () => say(n + 1);
      utterance.onerror = finish;
      synthesis.speak(utterance);
    };
    say(0);
  };
  synthesis.cancel();
  host.speaking = finish;
  const isSpoken = await hasVoice('zh-CN');
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it may have been stopped meanwhile
  if (over) return;
  if (isSpoken) read(0);
  else {
    finish();
    showNoVoice(article, texts.noVoice, lang);
  }
}
