import { css } from 'lit';

/**
 * One record, row by row.
 *
 * `dd .num`: an amount in 万元 and yuan is wider than a phone in large print, so here it may break.
 */
export const detail = css`
  article {
    padding-top: 0.75em;
  }
  .group {
    margin: 1.25em 0 0.5em;
    font-weight: 600;
  }
  summary {
    min-height: var(--_target);
    padding: 0.5em 0;
    color: var(--sgs-accent, var(--_accent));
    cursor: pointer;
  }
  .beside {
    margin-top: 1em;
    list-style: none;
  }
  .beside a, .beside button {
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
    padding: 0;
    border: 0;
    background: none;
    text-align: left;
    text-decoration: underline;
  }
  dl {
    border-top-width: 1px;
  }
  .row {
    display: flex;
    border-bottom-width: 1px;
  }
  dt, dd {
    padding: 0.75em;
  }
  dt {
    flex: none;
    width: 14em;
    color: var(--sgs-muted, var(--_muted));
    background: var(--sgs-surface, var(--_surface));
  }
  dd {
    flex: 1 1 auto;
    min-width: 0;
    white-space: pre-line;
  }
  dd .num {
    white-space: inherit;
  }
  .narrow .row {
    display: block;
    padding: 0.625em 0;
  }
  .narrow dt, .narrow dd {
    width: auto;
    padding: 0;
    background: none;
  }
  :host([elder]) dt {
    font-weight: 600;
  }
  ul.muted {
    margin-block-start: 1em;
    padding-inline-start: 1.25em;
  }
`;
