/** Tables of rows, findings and figures. */
import { css } from 'lit';

export const tables = css`
  .wide {
    position: relative;
    margin-bottom: 1em;
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th, td {
    padding: 0.5em 0.75em;
    border-bottom: 1px solid var(--_line);
    text-align: left;
    vertical-align: middle;
  }
  thead th {
    font-weight: 600;
    white-space: nowrap;
    background: var(--_surface);
  }
  tbody th {
    font-weight: 400;
  }
  .findings td:first-child, .findings th:nth-child(3), .findings td:nth-child(3) {
    width: 1%;
    white-space: nowrap;
  }
  .settle {
    min-width: 54em;
  }
  .changes, .sheet {
    min-width: 46em;
    table-layout: fixed;
  }
  .corrections {
    table-layout: fixed;
  }
  .corrections th:nth-child(1) {
    width: 14em;
  }
  .changes {
    min-width: 54em;
  }
  .changes th:nth-child(1) {
    width: 15%;
  }
  .changes th:nth-child(2) {
    width: 19%;
  }
  .changes th:nth-child(4) {
    width: 16%;
  }
  .changes th:nth-child(5) {
    width: 14.5em;
  }
  .cells {
    margin: 0 0 0.5em;
  }
  .cells dt {
    font-weight: 600;
  }
  .cells dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .sheet th:nth-child(1) {
    width: 3em;
  }
  .sheet th:nth-child(3) {
    width: 7.5em;
  }
  .sheet th:nth-child(4) {
    width: 17em;
  }
  .use {
    white-space: nowrap;
  }
  tr.secret .use, tr.own .use, tr.dropped .use, tr.hidden .use, tr.gate .use {
    font-weight: 600;
  }
  tr.secret .use {
    color: var(--_danger);
  }
  .severity {
    display: inline-block;
    padding: 0 0.5em;
    border: 1px solid;
    border-radius: 4px;
    font-size: 0.875em;
    white-space: nowrap;
  }
  .severity.error {
    color: var(--_danger);
  }
  .severity.warning {
    color: #6b4400;
  }
  .severity.note {
    margin: 0;
    padding: 0 0.5em;
    color: var(--_muted);
    background: none;
  }
  .danger {
    color: var(--_danger);
  }
  .severity {
    justify-self: start;
  }
  .actions {
    white-space: nowrap;
  }
  .actions button {
    margin: 0.125em 0.25em 0.125em 0;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(15em, 1fr));
    gap: 1px;
    padding: 1px;
  }
  .figures div {
    padding: 0.75em 1em;
    box-shadow: 0 0 0 1px var(--_line);
  }
  .figures dd {
    line-height: 1.5;
  }
  .big {
    font-size: 1.5em;
    font-weight: 700;
  }
  .summary {
    padding: 0.5em;
    background: var(--_surface);
    margin: 0 0 1em;
  }
`;
