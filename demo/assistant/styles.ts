import { css } from 'lit';

/** What the assistant adds to the styles that it shares with the elements. */
export const styles = css`
  .page {
    min-height: 100vh;
    background: var(--_surface);
  }
  .wrap {
    max-width: 80em;
    margin: 0 auto;
    padding: 0 1.5em;
  }
  header {
    padding: 1.25em 0;
    color: #fff;
    background: #0a4a8c;
  }
  h1 {
    font-size: 1.625em;
    font-weight: 700;
    line-height: 1.4;
  }
  .columns {
    display: grid;
    grid-template-columns: 13em minmax(0, 1fr);
    gap: 1.5em;
    align-items: start;
    padding-top: 1.5em;
    padding-bottom: 4em;
  }
  main {
    padding: 1.75em 2em;
    border: 1px solid var(--_line);
    border-radius: 4px;
    background: var(--_ground);
  }
  .title {
    margin-bottom: 0.25em;
    outline-offset: 4px;
  }
  .lead {
    max-width: 48em;
    margin-bottom: 1.25em;
  }
  h3 {
    margin: 1.5em 0 0.5em;
    font-size: 1.125em;
    font-weight: 700;
    line-height: 1.5;
  }
  h3 .muted {
    margin-left: 0.5em;
    font-size: 0.875em;
    font-weight: 400;
  }
  .bar > h3 {
    margin: 0.25em;
  }
  strong {
    font-weight: 600;
  }
  p + p, ul + p, .bar + p {
    margin-top: 0.5em;
  }

  .steps {
    position: sticky;
    top: 1.5em;
  }
  .steps ol, .files {
    list-style: none;
  }
  .steps button {
    display: flex;
    justify-content: flex-start;
    width: 100%;
    min-height: 48px;
    padding: 0.25em 0.75em;
    border-color: transparent;
    color: var(--_text);
    background: transparent;
  }
  .steps button:hover:enabled {
    background: var(--_ground);
  }
  .steps .number {
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 2em;
    height: 2em;
    margin-right: 0.75em;
    border: 1px solid var(--_control);
    border-radius: 50%;
    font-size: 0.875em;
    background: var(--_ground);
  }
  .steps .past .number {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .steps [aria-current='step'] {
    font-weight: 700;
    color: var(--_accent);
    background: var(--_ground);
    border-color: var(--_line);
  }
  .steps [aria-current='step'] .number {
    border-color: var(--_accent);
    color: var(--_on-accent);
    background: var(--_accent);
  }
  .steps [aria-current='false'] {
    font-weight: 400;
  }
  button:disabled {
    color: var(--_muted);
    border-color: var(--_line);
    background: var(--_surface);
    cursor: not-allowed;
    text-decoration: none;
  }
  .steps button:disabled {
    background: transparent;
    border-color: transparent;
  }
  [aria-current='false'], [aria-pressed='false'] {
    border-color: var(--_control);
    color: var(--_accent);
    background: var(--_ground);
  }

  .drop {
    padding: 2em 1em;
    border: 2px dashed var(--_control);
    border-radius: 4px;
    text-align: center;
  }
  .drop.over {
    border-color: var(--_accent);
    background: var(--_surface);
  }
  .drop p {
    margin: 0.25em 0;
  }
  .drop + .note {
    margin-top: 1em;
  }
  .file {
    position: relative;
    min-width: 10em;
    font-weight: 600;
  }
  .file input {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .file:focus-within {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .hint {
    font-size: 0.875em;
  }
  .note {
    white-space: normal;
  }
  .note ul {
    padding-left: 1.25em;
  }
  .problem {
    border-left-color: var(--_danger);
  }
  .files {
    margin: 0.75em 0 1em;
    border-top: 1px solid var(--_line);
  }
  .files li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    padding: 0.75em 0.25em;
    border-bottom: 1px solid var(--_line);
  }
  .files select {
    width: auto;
    margin: 0;
    max-width: 100%;
  }
  .files .grow {
    flex: 1 1 16em;
  }

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
  .changes th:nth-child(1) {
    width: 24%;
  }
  .changes th:nth-child(3) {
    width: 28%;
  }
  .changes th:nth-child(4) {
    width: 15em;
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
  tr.secret .use, tr.own .use, tr.dropped .use {
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

  input:not([type]), input[type='search'], select {
    display: block;
    width: 100%;
    min-width: 0;
    min-height: 44px;
    margin-top: 0.25em;
    padding: 0.25em 0.625em;
    border: 1px solid var(--_control);
    border-radius: 4px;
    background: var(--_ground);
    font-weight: 400;
  }
  td select {
    margin: 0;
  }
  select.inline {
    display: inline-block;
    width: auto;
    margin: 0 0 0 0.5em;
  }
  .narrow {
    display: block;
    max-width: 32em;
    margin: 0.5em 0;
  }
  .bar button > .num {
    margin-left: 0.5em;
  }
  label .hint {
    font-weight: 400;
  }
  .check {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-height: 44px;
    margin-right: 1.25em;
    font-weight: 400;
  }
  .check input {
    width: 1.25em;
    height: 1.25em;
    flex: none;
    accent-color: #0a4a8c;
  }
  .options {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(15em, 1fr));
    gap: 0.75em 1.25em;
    align-items: end;
    min-width: 0;
    margin: 1.25em 0;
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: 4px;
  }
  .options legend {
    padding: 0 0.5em;
    margin-left: -0.5em;
  }
  .options > .whole, .options > details, .options > .checks {
    grid-column: 1 / -1;
  }
  .checks legend {
    padding: 0;
    margin: 0;
  }
  summary {
    min-height: 44px;
    padding: 0.5em 0;
    color: var(--_accent);
    cursor: pointer;
  }
  details ul {
    padding-left: 1.25em;
  }
  .frame {
    margin: 0.75em auto 1em;
    border: 1px solid var(--_control);
    border-radius: 4px;
    overflow: hidden;
  }
  .frame.phone {
    max-width: 390px;
  }
  .frame.tablet {
    max-width: 768px;
  }
  iframe {
    display: block;
    width: 100%;
    height: 400px;
    border: 0;
    background: #fff;
  }
  .code {
    margin: 0.75em 0;
    border: 1px solid var(--_line);
    border-radius: 4px;
  }
  .code .bar {
    margin: 0;
    padding: 0.25em 0.5em 0.25em 0.75em;
    border-bottom: 1px solid var(--_line);
  }
  pre {
    padding: 0.75em 1em;
    overflow-x: auto;
    background: var(--_surface);
  }
  code {
    font-family: ui-monospace, Consolas, Menlo, 'Courier New', monospace;
    font-size: 0.875em;
    white-space: pre-wrap;
  }
  .onward {
    margin: 2em -0.25em 0;
    padding-top: 1em;
    border-top: 1px solid var(--_line);
  }
  .busy {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
    margin: 0 0 1em;
    padding: 0.75em 1em;
    border: 1px solid var(--_accent);
    border-radius: 4px;
  }
  progress {
    flex: 1 1 10em;
    height: 0.75em;
    accent-color: #0a4a8c;
  }
  .said {
    position: fixed;
    right: 1em;
    bottom: 1em;
    max-width: 30em;
    padding: 0.75em 1.25em;
    border-radius: 4px;
    color: var(--_on-accent);
    background: var(--_accent);
  }
  .said:empty {
    position: absolute;
    padding: 0;
  }

  @media (max-width: 60em) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
      gap: 1em;
    }
    .steps {
      position: static;
    }
    .steps ol {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em;
    }
    .steps button {
      min-height: 44px;
      padding: 0.25em;
    }
    .steps .number {
      margin: 0 0.25em;
    }
    .steps .name {
      margin-right: 0.5em;
    }
  }
  @media (max-width: 40em) {
    .wrap {
      padding-left: 1em;
      padding-right: 1em;
    }
    main {
      margin: 0 -1em;
      padding: 1.25em 1em;
      border-width: 1px 0;
      border-radius: 0;
    }
    .steps .name {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip: rect(0 0 0 0);
    }
    .steps ol {
      justify-content: space-between;
      gap: 0;
    }
    h1 {
      font-size: 1.375em;
    }
    .onward button {
      flex: 1 1 auto;
    }
    .onward .grow {
      display: none;
    }
    .data, .data tbody, .data tr, .data td, .data tbody th {
      display: block;
      width: auto !important;
      min-width: 0;
    }
    .data thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip: rect(0 0 0 0);
    }
    .data tr {
      padding: 0.75em 0;
      border-bottom: 1px solid var(--_line);
    }
    .data td, .data tbody th {
      display: grid;
      grid-template-columns: 6em minmax(0, 1fr);
      align-items: center;
      padding: 0.125em 0;
      border: 0;
      white-space: normal;
    }
    .data [data-label]::before {
      content: attr(data-label);
      font-size: 0.875em;
      color: var(--_muted);
    }
    .data tbody th {
      font-weight: 600;
    }
    .actions {
      white-space: normal;
    }
  }
  @media (forced-colors: active) {
    .steps [aria-current='step'], .severity {
      border-color: currentColor;
    }
    .steps [aria-current='step'] .number {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
    .note {
      border: 1px solid;
      border-left-width: 4px;
    }
  }
  @media print {
    .page, header {
      color: #000;
      background: none;
    }
    .columns {
      display: block;
    }
    main {
      border: 0;
      padding: 0;
    }
    .said {
      display: none;
    }
    .wide {
      overflow: visible;
    }
    thead {
      display: table-header-group;
    }
    tr {
      break-inside: avoid;
    }
  }
`;
