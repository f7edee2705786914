/** Reads a record aloud with the browser's own voice, row by row, and marks the row it is at. */
import { announce } from '../../announcer.js';
import type { ToolHost } from '../tool.js';
import { toolWords } from '../tool-words.js';
import { speakWords } from './words.js';

const MARK = 'speaking';

/** What is said of a row: `处罚机关：青岚市市场监督管理局。` Dashes for what is missing have a name. */
function spoken(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const image of copy.querySelectorAll('[role=img]')) image.textContent = image.getAttribute('aria-label');
  return [...copy.children].map((child) => child.textContent.trim()).filter(Boolean).join('：') || copy.textContent.trim();
}

/** Reads the record that is open in an element, or stops reading it. It ends when the record goes, too. */
export function readAloud(host: ToolHost): void {
  const article = host.renderRoot.querySelector('article');
  if (host.speaking || !article) {
    host.speaking?.();
    return;
  }
  const { words } = host.context;
  const lang = words.tag;
  const synthesis = speechSynthesis;
  const parts = [...article.querySelectorAll('#record, .row')];
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
      announce(toolWords(words, 'speak', speakWords).readFully, lang);
      finish();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(spoken(part));
    utterance.lang = lang;
    utterance.onend = () => read(at + 1);
    utterance.onerror = finish;
    part.classList.add(MARK);
    part.scrollIntoView({ block: 'nearest' });
    synthesis.speak(utterance);
  };
  synthesis.cancel();
  host.speaking = finish;
  read(0);
}
