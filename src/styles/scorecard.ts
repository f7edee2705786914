import { css } from 'lit';

/**
 * The scorecard: tables, which narrow are cards, what unfolds for a department, and the chart.
 *
 * The chart has the colours of text and accent, 7:1 to the ground; in forced colours `currentColor` is the system's.
 * The arrow before a summary is the browser's own.
 * The probe's width: a ranking needs more place than a list.
 */
export const scorecard = css`
  .size-probe::after {
    word-spacing: 52em;
  }
  :host([elder]) .size-probe::after {
    word-spacing: 78em;
  }
  table {
    width: 100%;
    margin-bottom: 1em;
    border-collapse: collapse;
  }
  caption {
    padding: 0.5em 0;
    font-weight: 600;
  }
  caption.vh {
    padding: 0;
  }
  th, td {
    padding: 0.5em 0.75em;
    border-bottom-width: 1px;
    vertical-align: top;
  }
  thead th {
    font-weight: 600;
    background: var(--sgs-surface, var(--_surface));
    border-color: var(--sgs-control, var(--_control));
  }
  details {
    border-bottom-width: 1px;
  }
  [part='method'] {
    margin-bottom: 0.5em;
    border: 0;
  }
  summary {
    min-height: var(--_target);
    padding: 0.5em 0.25em;
    cursor: pointer;
  }
  .inside {
    padding: 0.5em 0 1em;
  }
  .row {
    display: flex;
    padding: 0.25em 0;
  }
  dt {
    flex: none;
    width: 6em;
    color: var(--sgs-muted, var(--_muted));
  }
  .chart {
    display: flex;
    max-width: 50em;
    margin: 0.5em 0;
  }
  .scale {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    width: 2.5em;
    line-height: 1;
    font-size: 0.875em;
  }
  .chart svg {
    flex: 1;
    min-width: 0;
  }
  .chart path {
    fill: none;
    stroke: currentColor;
  }
  .chart .grid {
    stroke: var(--sgs-line, var(--_line));
  }
  .chart .line {
    stroke: var(--sgs-accent, var(--_accent));
    stroke-width: 2;
  }
  .chart .dots {
    stroke: var(--sgs-accent, var(--_accent));
    stroke-width: 8;
    stroke-linecap: round;
  }
  .overview {
    margin: 0.5em 0 1em;
  }
  .places {
    column-count: 2;
    column-gap: 2em;
  }
  .place {
    display: flex;
    align-items: center;
    min-width: 0;
    padding: 0.25em 0;
    break-inside: avoid;
    border-bottom: 1px solid var(--sgs-line, var(--_line));
  }
  .place .rank {
    flex: none;
    width: 2em;
    font-weight: 600;
  }
  .who {
    flex: 1 1 9em;
    min-width: 5em;
    padding-right: 0.5em;
  }
  .place svg {
    height: 1.5em;
  }
  .place path {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
  }
  .place .grid {
    stroke: var(--sgs-line, var(--_line));
    stroke-width: 1;
  }
  .bar-of {
    flex: 1 1 6em;
    min-width: 3em;
  }
  .bar-of .grid, .bar-of .fill {
    stroke-width: 16;
  }
  .bar-of .fill, .spark .line {
    stroke: var(--sgs-accent, var(--_accent));
  }
  .grade-2 .fill {
    stroke: var(--sgs-muted, var(--_muted));
  }
  .grade-3 .fill, .grade--1 .fill {
    stroke: var(--sgs-danger, var(--_danger));
  }
  .score {
    flex: none;
    width: 3.25em;
    text-align: right;
  }
  .state {
    flex: none;
    width: 5em;
    padding: 0 0.5em;
  }
  .spark {
    flex: none;
    width: 6em;
  }
  .spark .dots {
    stroke-width: 6;
    stroke-linecap: round;
  }
  .sign {
    flex: none;
    width: 1.25em;
  }
  .narrow .places {
    column-count: 1;
  }
  .narrow .place {
    flex-wrap: wrap;
  }
  .narrow .who {
    flex-basis: 70%;
  }
  select {
    min-height: var(--_target);
    padding: 0.25em 0.5em;
    border: 1px solid var(--sgs-control, var(--_control));
    border-radius: var(--sgs-radius, 4px);
    color: var(--sgs-text, var(--_text));
    background: var(--sgs-background, var(--_ground));
  }
  .bare {
    min-height: 12em;
  }
  .narrow .cards, .narrow .cards tbody, .narrow .cards tr, .narrow .cards th, .narrow .cards td {
    display: block;
    width: auto;
  }
  .narrow .cards caption {
    display: block;
  }
  .narrow .cards caption.vh {
    display: table-caption;
  }
  .narrow .cards thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip: rect(0 0 0 0);
  }
  .narrow .cards tbody tr {
    margin: 0.75em 0;
    padding: 0.75em 1em;
    border-width: 1px;
    border-radius: var(--sgs-radius, 4px);
  }
  .narrow .cards tbody th {
    padding: 0 0 0.5em;
    border: 0;
    font-weight: 600;
  }
  .narrow .cards td {
    display: flex;
    padding: 0.125em 0;
    border: 0;
  }
  .narrow .cards td::before {
    content: attr(data-label);
    flex: none;
    width: 6em;
    padding-right: 0.75em;
    color: var(--sgs-muted, var(--_muted));
  }
  .narrow .cards .wide::before {
    content: none;
  }
  .narrow th, .narrow td {
    padding: 0.5em 0.25em;
  }
  .narrow .row {
    display: block;
  }
  .narrow dt {
    width: auto;
  }
  @media (forced-colors: active) {
    .chart path, .place path {
      stroke: CanvasText;
    }
    .place .grid {
      stroke: GrayText;
    }
  }
  @media print {
    tr, details, .place {
      page-break-inside: avoid;
    }
  }
`;
