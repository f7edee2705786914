import { css } from 'lit';

/** One record, row by row. */
export const detail = css`
  article {
    padding-top: 0.75em;
  }
  dl {
    border-top: 1px solid var(--sgs-line, var(--_line));
  }
  .row {
    display: flex;
    border-bottom: 1px solid var(--sgs-line, var(--_line));
  }
  dt {
    flex: none;
    width: 14em;
    padding: 0.75em;
    color: var(--sgs-muted, var(--_muted));
    background: var(--sgs-surface, var(--_surface));
  }
  dd {
    flex: 1 1 auto;
    min-width: 0;
    padding: 0.75em;
    white-space: pre-line;
  }
  .narrow .row {
    display: block;
    padding: 0.625em 0;
  }
  .narrow dt,
  .narrow dd {
    width: auto;
    padding: 0;
    background: none;
  }
  .narrow dt {
    font-size: 0.9375em;
  }
  @media print {
    .row {
      break-inside: avoid;
      page-break-inside: avoid;
    }
  }
`;
