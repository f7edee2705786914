import { css } from 'lit';

/**
 * Tabs, table, pagination, loading.
 *
 * `.narrow`: the same table as cards; sorting is folded away where it would push the records off a phone.
 * `[elder] …`: a label above its value has the whole width; in the column beside it, it would break. Pairs stand side by side
 * where there is room, in four columns at most, of which a phone of 320 px has one; browsers without `max()` have one, too.
 * Columns are as wide as what is in them; a head breaks before its arrow does.
 * `.open::after`: the target is as tall as a finger without making the row taller; a button is made no taller by itself either.
 */
export const list = css`
  [role='tablist'] {
    display: flex;
    flex-wrap: wrap;
    margin-bottom: 1em;
    border-bottom-width: 1px;
  }
  [role='tab'] {
    margin-bottom: -1px;
    border: 0 solid transparent;
    border-bottom-width: 4px;
    border-radius: 0;
    padding: 0.5em 1.25em;
    color: var(--sgs-muted, var(--_muted));
    background: none;
  }
  [aria-selected='true'] {
    font-weight: 700;
    color: var(--sgs-accent, var(--_accent));
    border-color: currentColor;
  }
  [role='tab'] .num {
    margin-left: 0.5em;
    font-size: 0.875em;
    font-weight: 400;
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }
  th, td {
    padding: 0.75em;
    border-bottom-width: 1px;
    vertical-align: top;
  }
  thead th {
    padding: 0;
    vertical-align: middle;
    background: var(--sgs-surface, var(--_surface));
    border-color: var(--sgs-control, var(--_control));
  }
  .plain, thead button {
    padding: 0.5em 0.75em;
    font-weight: 600;
  }
  thead button {
    display: flex;
    justify-content: flex-start;
    width: 100%;
    border: 0;
    color: inherit;
    background: none;
  }
  .date, .number, thead .list {
    white-space: nowrap;
  }
  thead .arrow {
    flex: none;
  }
  [aria-sort] button {
    color: var(--sgs-accent, var(--_accent));
  }
  th .arrow::before {
    content: '\\2195';
  }
  [aria-sort] .arrow::before {
    content: '\\2191';
  }
  [aria-sort='descending'] .arrow::before {
    content: '\\2193';
  }
  tbody tr:hover {
    background: var(--sgs-surface, var(--_surface));
  }
  td, tbody th {
    min-width: 6em;
  }
  .list {
    min-width: 4em;
  }
  .open {
    display: inline;
    min-height: 0;
    background: none;
    padding: 0;
    border: 0;
    text-decoration: underline;
    position: relative;
  }
  .open::after {
    content: '';
    position: absolute;
    top: 50%;
    left: 0;
    right: 0;
    height: var(--_target);
    transform: translateY(-50%);
  }

  .sorter, .narrow .folded thead, .narrow .plain {
    display: none;
  }
  .narrow .sorter {
    display: inline-flex;
  }
  .narrow .grow {
    flex-basis: 100%;
  }
  .narrow [role='tab'] {
    flex: 1 1 auto;
    padding: 0.5em;
  }
  .narrow table, .narrow tbody, .narrow tr, .narrow th, .narrow thead {
    display: block;
    width: auto;
  }
  .narrow thead tr {
    display: flex;
    flex-wrap: wrap;
  }
  .narrow thead th {
    margin: 0.25em 0.5em 0.25em 0;
    border: 1px solid var(--sgs-line, var(--_line));
    border-radius: var(--sgs-radius, 4px);
  }
  .narrow tbody tr {
    margin: 0.75em 0;
    padding: 0.75em 1em;
    border-width: 1px;
    border-radius: var(--sgs-radius, 4px);
    background: none;
    grid: auto / repeat(auto-fill, minmax(max(9em, 22%), 1fr));
    gap: 0.5em 1em;
  }
  .narrow tbody th {
    grid-column: 1 / -1;
    padding: 0 0 0.5em;
    border: 0;
    font-weight: 600;
  }
  .narrow td {
    display: flex;
    white-space: normal;
    padding: 0.125em 0;
    border: 0;
  }
  .narrow td::before {
    content: attr(data-label);
    flex: none;
    width: 7.5em;
    padding-right: 0.75em;
    color: var(--sgs-muted, var(--_muted));
  }
  :host([elder]) .narrow tbody tr {
    display: grid;
  }
  :host([elder]) .narrow td, :host([elder]) .narrow td::before {
    display: block;
    width: auto;
  }

  .pages, .pages > * {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    align-items: center;
  }
  .pages {
    margin-top: 1em;
  }
  .pages > * {
    margin: 0.25em 0.75em;
  }
  .pages ul {
    list-style: none;
  }
  .pages li {
    margin: 0.25em;
  }
  .pages .button {
    padding: 0 0.75em;
  }
  .pages label {
    font-weight: 400;
  }
  .pages input, .pages select {
    display: inline-block;
    width: auto;
    min-height: var(--_target);
    margin: 0 0.5em;
    padding: 0.25em 0.5em;
    border: 1px solid var(--sgs-control, var(--_control));
    border-radius: var(--sgs-radius, 4px);
    background: var(--sgs-background, var(--_ground));
  }
  .pages input {
    width: 4.5em;
  }
  .jump button {
    margin-left: 0.5em;
  }
  .place, .narrow .number, .narrow .jump {
    display: none;
  }
  .narrow .place {
    display: block;
    min-width: 4em;
    text-align: center;
  }

  .bare {
    min-height: 30em;
  }
  @media (forced-colors: active) {
    [role='tab'] {
      border-color: Canvas;
    }
    [aria-selected='true'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
  @media print {
    tr {
      page-break-inside: avoid;
    }
    thead button {
      min-height: 0;
    }
  }
`;
