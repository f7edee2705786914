/** What is clicked. */
import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import { ifDefined } from 'lit/directives/if-defined.js';

export const button = (text: string, click: (event: Event) => void, classes = 'screen', id?: string): TemplateResult =>
  html`<button type="button" id=${ifDefined(id)} class=${classes} part="button" @click=${click}>${text}</button>`;

/** A button that shows and hides what has the id `target`; that must be there whenever it is expanded. */
export const disclosureButton = (text: string, target: string, expanded: boolean, classes: string, toggle: () => void): TemplateResult =>
  html`<button type="button" class=${classes} part="button"
    aria-expanded=${expanded ? 'true' : 'false'} aria-controls=${expanded ? target : nothing}
    @click=${toggle}>${text}<i class="arrow" aria-hidden="true"></i></button>`;

export interface Action {
  readonly content: unknown;
  /** Undefined where the address of the page is left alone: then it is a button. */
  readonly href: string | undefined;
  readonly part: string;
  /** Answers true to let the browser follow the link. */
  readonly go: () => unknown;
  readonly classes?: string;
  readonly label?: string | undefined;
  readonly current?: boolean;
  readonly id?: string;
  readonly rel?: string | undefined;
  /** Language of the content, where it is not that of the words. */
  readonly lang?: string | undefined;
}

/**
 * A real link that acts on the page it stands on: it can be copied, opened in a tab, and works without script. A click
 * with a modifier or another button is the browser's.
 */
export function action({ content, href, part, go, classes = 'button', label, current, id, rel, lang }: Action): TemplateResult {
  const click = (event: MouseEvent): void => {
    const { button: other, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (!(other || ctrlKey || metaKey || shiftKey || altKey) && go() !== true) event.preventDefault();
  };
  const now = current ? 'page' : undefined;
  return href === undefined
    ? html`<button type="button" class=${classes} part=${part} data-id=${ifDefined(id)} lang=${ifDefined(lang)}
        aria-label=${ifDefined(label)} aria-current=${ifDefined(now)} @click=${click}>${content}</button>`
    : html`<a href=${href} class=${classes} part=${part} data-id=${ifDefined(id)} rel=${ifDefined(rel)} lang=${ifDefined(lang)}
        aria-label=${ifDefined(label)} aria-current=${ifDefined(now)} @click=${click}>${content}</a>`;
}
