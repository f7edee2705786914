import { css } from 'lit';

/** What the tools look like; loaded with them. */
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
  .numbers {
    width: auto;
  }
  .numbers th, .numbers td {
    padding: 0.25em 1.5em 0.25em 0;
    font-variant-numeric: tabular-nums;
  }
  .numbers thead th {
    background: none;
    font-weight: 400;
  }
  .chart {
    display: flex;
    height: 9em;
    list-style: none;
  }
  .chart li {
    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    min-width: 0;
    text-align: center;
    font-size: 0.8125em;
  }
  .chart svg {
    flex: 1 1 0;
    width: 100%;
    min-height: 0;
    fill: var(--sgs-accent, var(--_accent));
    border-bottom-width: 1px;
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
  .qr {
    width: 28mm;
    height: 28mm;
  }
`;
