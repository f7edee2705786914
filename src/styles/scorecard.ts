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
    margin: 0.5em 0 1.5em;
  }
  .overview p {
    margin: 0 0 0.25em;
  }
  .places.many {
    column-count: 2;
    column-gap: 2.5em;
  }
  .place {
    display: flex;
    align-items: center;
    min-width: 0;
    padding: 0.375em 0;
    border-bottom-width: 1px;
    break-inside: avoid;
  }
  .rank {
    flex: none;
    width: 2em;
    font-weight: 600;
  }
  .who {
    flex: 3 1 9em;
    min-width: 0;
    padding-right: 0.75em;
  }
  .many .who {
    flex-grow: 12;
  }
  .place svg {
    flex: none;
    height: 1.25em;
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
  .place .bar-of {
    flex: 3 1 5em;
    width: 5em;
    min-width: 0;
    height: 0.75em;
  }
  .bar-of .grid, .bar-of .fill {
    stroke: none;
  }
  .bar-of .grid {
    fill: var(--sgs-line, var(--_line));
  }
  .bar-of .fill {
    fill: var(--sgs-accent, var(--_accent));
  }
  .course .line, .course .dots {
    stroke: var(--sgs-accent, var(--_accent));
  }
  .level2 .fill {
    fill: var(--sgs-muted, var(--_muted));
  }
  .level-1 .fill {
    fill: var(--sgs-danger, var(--_danger));
  }
  .score {
    flex: none;
    width: 3.5em;
    text-align: right;
  }
  .state {
    flex: none;
    width: 5.5em;
    padding-left: 0.75em;
  }
  .place .course {
    width: 4.5em;
  }
  .place .dots {
    stroke-width: 6;
    stroke-linecap: round;
  }
  .place .arrow {
    width: 1em;
    margin-left: 0.5em;
  }
  .rules {
    margin: 0 0 1em;
    padding-left: 1.25em;
  }
  .bar {
    margin: 0.5em 0 1em;
  }
  .bar label {
    margin-right: 0.25em;
  }
  .narrow .bar .grow {
    flex-basis: 100%;
  }
  .narrow .places {
    column-count: 1;
  }
  .narrow .place {
    flex-wrap: wrap;
    padding: 0.5em 0;
  }
  .narrow .who {
    flex: 1 1 calc(100% - 7.5em);
  }
  .narrow .state {
    padding: 0;
    text-align: right;
  }
  .narrow .place .bar-of {
    flex: 1 1 calc(100% - 12em);
    margin-left: 2em;
  }
  .narrow .bar-of, .narrow .score, .narrow .course, .narrow .arrow {
    order: 1;
  }
  .place .course {
    margin-left: 0.5em;
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
