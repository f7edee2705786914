/** The way through the steps: where one is, what is done. */
import { html, type TemplateResult } from 'lit';
import type { Store } from '../store.js';
import { STEP_IDS, STEPS } from '../steps.js';

export const nav = (store: Store): TemplateResult => {
  const { step, sources } = store.state;
  const current = STEP_IDS.indexOf(step);
  return html`<nav class="steps screen" aria-label="步骤"><ol>
    ${STEP_IDS.map((id, at) => html`<li>
      <button type="button" class=${at < current ? 'past' : ''} aria-current=${at === current ? 'step' : 'false'}
        ?disabled=${at > 0 && !sources.length && !store.state.existing} @click=${() => store.go(id)}>
        <span class="number num">${at + 1}</span><span class="name">${STEPS[id]}</span>
        ${at < current ? html`<span class="vh">（已完成）</span>` : ''}
      </button></li>`)}
  </ol></nav>`;
};
