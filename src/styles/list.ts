import { css } from 'lit';

/** Tabs, table (cards when narrow), pagination, loading. */
export const list = css`
  [role='tablist'] {
    display: flex;
    flex-wrap: wrap;
    margin-bottom: 1em;
    border-bottom: 1px solid var(--sgs-line, var(--_line));
  }
  [role='tab'] {
    display: block;
    margin-bottom: -1px;
    border: 0;
    border-bottom: 4px solid transparent;
    border-radius: 0;
    padding: 0.5em 1.25em;
    color: var(--sgs-muted, var(--_muted));
    background: none;
  }
  [role='tab'][aria-selected='true'] {
    font-weight: 700;
    color: var(--sgs-accent, var(--_accent));
    border-bottom-color: currentColor;
  }
  [role='tab'] .num {
    margin-left: 0.375em;
    font-size: 0.875em;
    font-weight: 400;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    text-align: left;
    line-height: 1.6;
  }
  th, td {
    padding: 0.75em;
    border-bottom: 1px solid var(--sgs-line, var(--_line));
    vertical-align: top;
    font-weight: 400;
    text-align: left;
  }
  thead th {
    padding: 0;
    vertical-align: middle;
    background: var(--sgs-surface, var(--_surface));
    border-bottom-color: var(--sgs-control, var(--_control));
  }
  .plain {
    padding: 0.5em 0.75em;
    font-weight: 600;
  }
  thead button {
    display: block;
    width: 100%;
    border: 0;
    border-radius: 0;
    padding: 0.5em 0.75em;
    text-align: left;
    font-weight: 600;
    color: inherit;
    background: none;
  }
  thead button:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .date {
    white-space: nowrap;
  }
  [aria-sort] button {
    color: var(--sgs-accent, var(--_accent));
  }
  th .arrow::before {
    content: '\\2195';
    color: var(--sgs-muted, var(--_muted));
  }
  [aria-sort] .arrow::before {
    content: '\\2191';
    color: inherit;
  }
  [aria-sort='descending'] .arrow::before {
    content: '\\2193';
  }
  tbody tr:hover > * {
    background: var(--sgs-surface, var(--_surface));
  }
  tbody th {
    width: 36%;
  }
  .open {
    display: inline-block;
    min-height: 0;
    min-width: 0;
    padding: 0;
    border: 0;
    text-align: left;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
    line-height: inherit;
    background: none;
    position: relative;
  }
  /* The target is as tall as a finger without making the row taller. */
  .open::after {
    content: '';
    position: absolute;
    top: 50%;
    left: 0;
    right: 0;
    min-height: var(--_target);
    height: 100%;
    transform: translateY(-50%);
  }

  .narrow table, .narrow tbody, .narrow tr, .narrow th, .narrow thead {
    display: block;
    width: auto;
  }
  .narrow [role='tab'] {
    flex: 1 1 auto;
    padding: 0.5em;
  }
  /* Sorting is folded away where it would push the records off a phone. */
  .sorter, .narrow .folded thead {
    display: none;
  }
  .narrow .sorter {
    display: inline-flex;
  }
  .narrow thead tr {
    display: flex;
    flex-wrap: wrap;
    margin: 0 -0.25em;
  }
  .narrow thead th {
    margin: 0.25em;
    border: 1px solid var(--sgs-line, var(--_line));
    border-radius: var(--sgs-radius, 4px);
    font-size: 0.9375em;
  }
  .narrow thead .plain {
    display: none;
  }
  .narrow tbody tr {
    margin: 0.75em 0;
    padding: 0.75em 1em;
    border: 1px solid var(--sgs-line, var(--_line));
    border-radius: var(--sgs-radius, 4px);
  }
  .narrow tbody tr:hover > * {
    background: none;
  }
  .narrow tbody th {
    padding: 0 0 0.5em;
    border: 0;
    font-weight: 600;
  }
  .narrow td {
    display: flex;
    padding: 0.125em 0;
    border: 0;
  }
  .narrow td::before {
    content: attr(data-label);
    flex: none;
    width: 8.25em;
    padding-right: 0.75em;
    color: var(--sgs-muted, var(--_muted));
  }
  :host([elder]) .narrow td {
    display: block;
    margin-top: 0.5em;
  }
  :host([elder]) .narrow td::before {
    display: block;
    width: auto;
  }

  nav {
    margin-top: 1.25em;
  }
  nav ul {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    margin: 0 -0.25em;
  }
  nav li {
    display: flex;
    margin: 0.25em;
  }
  nav .button {
    padding: 0 0.75em;
  }
  .gap {
    align-items: center;
  }
  [aria-current] {
    font-weight: 700;
    border-color: transparent;
    color: var(--sgs-on-accent, var(--_on-accent));
    background: var(--sgs-accent, var(--_accent));
  }
  nav .button[aria-current]:hover {
    background: var(--sgs-accent, var(--_accent));
  }

  .bones > * {
    height: 1em;
    margin: 1.25em 0;
    border-radius: var(--sgs-radius, 4px);
    background: var(--sgs-surface, var(--_surface));
    animation: breathe 2s ease-in-out infinite;
  }
  @keyframes breathe {
    50% {
      opacity: 0.4;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bones > * {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    [role='tab'] {
      border-bottom-color: Canvas;
    }
    [role='tab'][aria-selected='true'] {
      border-bottom-color: Highlight;
    }
  }
  @media print {
    thead {
      display: table-header-group;
    }
    tr {
      break-inside: avoid;
      page-break-inside: avoid;
    }
    thead button {
      min-height: 0;
    }
  }
`;
