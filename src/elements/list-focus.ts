/** Moves the focus of a list to what a person has asked for, once it is there; and never lets it fall to the page's top. */
import type { ListRequest, ListSnapshot } from '../state/list.js';
import type { ToolHost } from './tools/tool.js';

/** `row`: the one whose record was opened last. */
type Target = '#range' | '#record' | 'row';

const TARGETS: Readonly<Partial<Record<ListRequest['type'], Target>>> = { page: '#range', open: '#record', close: 'row' };

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
}

export function listFocus({ renderRoot, state }: Pick<ToolHost, 'renderRoot' | 'state'>): ListFocus {
  /** Where the focus goes once what was asked for is there, and what was shown when it was asked for. */
  let pendingFocus: Target | undefined;
  let snapshotBefore: ListSnapshot | undefined;
  let hadFocus = false;
  let lastOpened: { readonly id: string; readonly x: number; readonly y: number } | undefined;

  const find = (selector: string): HTMLElement | null => renderRoot.querySelector(selector);
  const active = (): Element | null => (renderRoot as ShadowRoot).activeElement;

  const move = (target: Target): void => {
    const row = target === 'row' && lastOpened ? find(`[data-id="${CSS.escape(lastOpened.id)}"]`) : null;
    if (row && lastOpened) {
      row.focus({ preventScroll: true });
      scrollTo(lastOpened.x, lastOpened.y);
    } else (find(target === 'row' ? '#range' : target) ?? find('#heading'))?.focus();
  };

  return {
    find,

    expect(request) {
      const { snapshot } = state;
      // The page shown already gives no new snapshot.
      snapshotBefore = request.type === 'page' && request.page === snapshot?.page?.page ? undefined : snapshot;
      pendingFocus = TARGETS[request.type];
    },

    cancel() {
      pendingFocus = undefined;
    },

    keepPlace(id) {
      lastOpened = { id, x: scrollX, y: scrollY };
    },

    beforeUpdate() {
      hadFocus = active() !== null;
    },

    afterUpdate() {
      const { snapshot } = state;
      if (!snapshot || snapshot.busy || (pendingFocus && snapshot === snapshotBefore)) return;
      // Back and Forward take the focused thing away without a request of ours.
      const lost = hadFocus && !active();
      const target = pendingFocus ?? (lost ? (find('#record') ? '#record' : 'row') : undefined);
      pendingFocus = undefined;
      if (target) move(target);
    },
  };
}
