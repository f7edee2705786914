/** Moves the focus of a list to what a person has asked for, once it is there; and never lets it fall to the page's top. */
import type { ListRequest, ListSnapshot } from '../state/list.js';
import type { ToolHost } from './tools/tool.js';

/** Where the focus goes after a request. `row`: that of the record shown last. `answer`: wherever the answer is. */
type Target = '#range' | '#record' | 'row' | 'answer';

const TARGETS: Readonly<Partial<Record<ListRequest['type'], Target>>> = {
  page: '#range', open: '#record', close: 'row', refresh: 'answer',
};

/** What says how a request ended: a button to try again, which rows are shown, that there are none. */
const ANSWERS = ['#retry', '#range', '#message', '#heading'];

export interface ListFocus {
  readonly find: (selector: string) => HTMLElement | null;
  /** Before a request is sent: what it asks for gets the focus. */
  readonly expect: (request: ListRequest) => void;
  /** What was asked for shows elsewhere, and takes the focus there. */
  readonly cancel: () => void;
  /** A record opens: where the page is scrolled to now is where it comes back to. */
  readonly keepPlace: (id: string) => void;
  /** Before each rendering. */
  readonly beforeUpdate: () => void;
  /** After each rendering. */
  readonly afterUpdate: () => void;
  /** The list leaves the page. */
  readonly stop: () => void;
}

/** Whether `outer` holds `inner`, in its own tree or around it. */
function holds(outer: EventTarget | null, inner: Node): boolean {
  let node: Node | null = inner;
  while (node && node !== outer) node = node instanceof ShadowRoot ? node.host : node.parentNode;
  return node !== null;
}

export function listFocus(host: Pick<ToolHost, 'renderRoot' | 'state'> & HTMLElement): ListFocus {
  const { renderRoot, state } = host;
  /** Where the focus goes once what was asked for is there, and what was shown when it was asked for. */
  let pendingFocus: Target | undefined;
  let snapshotBefore: ListSnapshot | undefined;
  let lastRequest: ListRequest['type'] | undefined;
  /**
   * Whether the person was here last: a click in a text leaves the focus on what lies around it, and a screen reader's
   * caret leaves none at all.
   */
  let inside = false;
  let hadFocus = false;
  /** What had the focus has gone. */
  let lost = false;
  /** The record that was shown last. */
  let shown: string | undefined;
  let place: { readonly id: string; readonly x: number; readonly y: number } | undefined;

  const find = (selector: string): HTMLElement | null => renderRoot.querySelector(selector);
  /** Hidden, it is about to lose the focus. */
  const active = (): Element | undefined => {
    const element = (renderRoot as ShadowRoot).activeElement;
    return element?.getClientRects().length ? element : undefined;
  };

  const onEvent = (event: Event): void => {
    const [target = null] = event.composedPath();
    inside = event.composedPath().includes(host) || (inside && event.type === 'focusin' && holds(target, host));
  };
  const EVENTS = ['focusin', 'mousedown'];
  for (const type of EVENTS) document.addEventListener(type, onEvent, true);

  const move = (target: Target): void => {
    const row = target === 'row' && shown ? find(`[data-id="${CSS.escape(shown)}"]`) : null;
    if (row) {
      const isSame = place?.id === shown;
      row.focus({ preventScroll: isSame });
      if (place && isSame) scrollTo(place.x, place.y);
      return;
    }
    // Within “没有查询到相关信息” the button goes with the filters it takes back.
    const wanted = target === 'answer' && lastRequest === 'reset' ? '#q' : target;
    [wanted, ...ANSWERS]
      .map((selector) => (selector.startsWith('#') ? find(selector) : null))
      .find((element) => element?.getClientRects().length)
      ?.focus();
  };

  return {
    find,

    expect(request) {
      const { snapshot } = state;
      // The page shown already gives no new snapshot.
      snapshotBefore = request.type === 'page' && request.page === snapshot?.page?.page ? undefined : snapshot;
      lastRequest = request.type;
      pendingFocus = TARGETS[request.type];
      inside = true;
      // Other rows: where a record of the old ones stood means nothing there.
      if (request.type !== 'open' && request.type !== 'close') place = undefined;
    },

    cancel() {
      pendingFocus = undefined;
    },

    keepPlace(id) {
      place = { id, x: scrollX, y: scrollY };
    },

    beforeUpdate() {
      hadFocus = active() !== undefined;
    },

    afterUpdate() {
      const { snapshot } = state;
      lost ||= hadFocus && !active();
      if (!snapshot || (pendingFocus && snapshot === snapshotBefore)) return;
      // To try again is answered by the first rows, though more are on their way.
      const isRetried = pendingFocus === 'answer' && snapshot.phase === 'ready' && !find('#retry');
      if (snapshot.busy && !isRetried) return;
      const opened = snapshot.opened?.id;
      const isMoved = opened !== shown;
      // Back and Forward take what had the focus away without a request of ours.
      const isFree = !active() && holds(document.activeElement ?? document.body, host);
      const instead = opened && find('#record') ? '#record' : shown && !opened ? 'row' : lost ? 'answer' : undefined;
      const target = pendingFocus ?? (isFree && (lost || isMoved) ? instead : undefined);
      pendingFocus = undefined;
      lost = false;
      if (target && inside) move(target);
      shown = opened;
    },

    stop() {
      for (const type of EVENTS) document.removeEventListener(type, onEvent, true);
    },
  };
}
