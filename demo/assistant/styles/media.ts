/** Narrow pages, forced colours and print: after all that they change. */
import { css } from 'lit';

export const media = css`
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
      align-items: baseline;
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
