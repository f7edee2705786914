/**
 * Tells screen readers what has changed. The regions stand in the page itself, before any text does: in a shadow tree,
 * or born with their text, some readers ignore them. Two take turns, so that the same words twice are two messages.
 */
let regions: HTMLElement[] = [];
let users = 0;
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Milliseconds before a message, in which a later one takes its place, and after it, when it goes: nobody meets an old one. */
const DELAY = 150;
const STAY = 4000;

function region(): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', 'status');
  element.setAttribute('aria-live', 'polite');
  element.className = 'sgs-announcer';
  // Through the object model: a strict policy blocks style attributes.
  element.style.cssText = 'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap';
  return element;
}

/** Call when an element enters the page; what it returns when it leaves. */
export function openAnnouncer(): () => void {
  if (users++ === 0) {
    regions = [region(), region()];
    // A script in the head may come before the body.
    ((document.body as HTMLElement | null) ?? document.documentElement).append(...regions);
  }
  let open = true;
  return () => {
    if (!open) return;
    open = false;
    if (--users > 0) return;
    clearTimeout(timer);
    for (const element of regions) element.remove();
    regions = [];
  };
}

function say(text: string, lang: string): void {
  turn = 1 - turn;
  regions.forEach((element, at) => {
    element.lang = lang;
    element.textContent = at === turn ? text : '';
  });
  if (text) timer = setTimeout(say, STAY, '', lang);
}

/** The last message within a moment wins. @param delay in milliseconds; 0 for what is over as soon as it has been said */
export function announce(text: string, lang: string, delay = DELAY): void {
  clearTimeout(timer);
  if (delay) timer = setTimeout(say, delay, text, lang);
  else say(text, lang);
}
