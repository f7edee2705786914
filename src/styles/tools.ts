import { css } from 'lit';

/**
 * What the tools look like; loaded with them. On paper a record fits one sheet of A4, its code beside the title.
 * The numbers stay a table where the list becomes cards: they are few and short; names of kinds may break, heads between
 * words only. Each bar lies below its words, and is as wide as there is room: so it reads on a phone, too.
 */
export const toolStyles = css`
  .glance {
    white-space: normal;
  }
  .glance > * {
    margin-bottom: 0.75em;
  }
  .glance > :last-child {
    margin-bottom: 0;
  }
  .glance .numbers {
    display: table;
    width: auto;
  }
  .glance .numbers thead {
    display: table-header-group;
  }
  .glance .numbers tbody {
    display: table-row-group;
  }
  .glance .numbers tr {
    display: table-row !important;
    border: 0;
  }
  .glance .numbers th, .glance .numbers td {
    display: table-cell !important;
    min-width: 0;
    padding: 0.25em 1.25em 0.25em 0;
    border: 0;
    border-bottom: 1px solid var(--sgs-line, var(--_line));
    border-radius: 0;
    background: none;
    font-weight: 400;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .glance .numbers td::before {
    content: none;
  }
  .glance .charts {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
  }
  .glance .bars {
    flex: 1 1 18em;
    width: 100%;
    margin: 0.5em 2em 0.5em 0;
  }
  .glance caption.strong {
    padding: 0.25em 0;
    text-align: left;
  }
  .glance .bars tbody th {
    width: 100%;
  }
  .glance .mark-bar {
    display: block;
    min-width: 6em;
    min-height: var(--_target);
    padding: 0.25em 0;
    border: 0;
    text-align: left;
    text-decoration: underline;
    background: none;
  }
  .glance .mark-bar[aria-current] {
    font-weight: 700;
    color: var(--sgs-accent, var(--_accent));
  }
  .glance .mark-bar svg {
    display: block;
    width: 100%;
    height: 0.5em;
    margin-top: 0.25em;
    fill: var(--sgs-accent, var(--_accent));
  }
  .narrow .glance .bars {
    margin-right: 0;
  }
  .narrow .glance .mark-bar {
    min-width: 2em;
    white-space: normal;
  }
  .narrow .glance .numbers th, .narrow .glance .numbers td {
    padding-right: 0.375em;
  }
  .narrow .glance .numbers th {
    white-space: normal;
  }
  .narrow .glance .numbers thead th {
    word-break: keep-all;
    overflow-wrap: normal;
  }
  progress {
    width: 12em;
    max-width: 100%;
    vertical-align: middle;
    accent-color: var(--sgs-accent, var(--_accent));
  }
  .speaking {
    outline: 2px solid var(--sgs-accent, var(--_accent));
  }
  @media print {
    .sgs {
      position: relative;
      font-size: 10pt;
      line-height: 1.45;
    }
    .title {
      margin: 0 30mm 0.5em 0;
      font-size: 1.3em;
    }
    article {
      padding-top: 0.25em;
    }
    dt, dd {
      padding: 0.25em 0.5em;
    }
    dt {
      width: 12em;
    }
    .row, tbody tr {
      break-inside: avoid;
    }
    table {
      font-size: 9pt;
    }
    th, td, thead button {
      padding: 0.3em 0.4em;
    }
    .qr {
      position: absolute;
      top: 0;
      right: 0;
      width: 24mm;
      height: 24mm;
      margin: 0;
    }
  }
`;
