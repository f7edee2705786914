import { css } from 'lit';

/** The room everything is rendered in, and what all views share: text, focus, buttons, notes. */
export const base = css`
  /* What a host sets for its own text (line height, alignment, spacing, case …) is inherited through the shadow root
     and ends here. Its font, its colour scheme and its --sgs-* properties are welcome; hiding hides. */
  .sgs {
    all: initial;
    box-sizing: border-box;
    display: block;
    direction: ltr;
    visibility: inherit;
    color-scheme: inherit;
    font-family: var(--sgs-font, inherit);
    font-size: var(--_size);
    line-height: var(--sgs-line-height, 1.65);
    color: var(--sgs-text, var(--_text));
    background: var(--sgs-background, var(--_ground));
    padding: var(--sgs-padding, 0);
    word-break: break-word;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
  }
  /* The page has chosen no font, so the system's Chinese one is better than the browser's serif. */
  .no-font {
    font-family: var(--sgs-font, 'PingFang SC', 'Microsoft YaHei', 'Source Han Sans SC', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', sans-serif);
  }
  /* Never shown: its font is the browser's own, to compare with. */
  .sgs::after {
    font-family: initial;
  }
  .sgs *,
  .sgs ::before {
    box-sizing: border-box;
  }
  h1, h2, h3, h4, h5, h6, p, ul, dl, dd, fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul {
    list-style: none;
  }
  h1, h2, h3, h4, h5, h6 {
    margin-bottom: 0.5em;
    font-size: 1.375em;
    line-height: 1.5;
    font-weight: 700;
    scroll-margin-top: 1em;
  }
  /* Quirks mode gives tables and controls fonts of their own. */
  table, button, input, select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  .ruler {
    all: initial;
    display: block;
  }
  .vh {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip: rect(0 0 0 0);
    white-space: nowrap;
  }
  .muted {
    color: var(--sgs-muted, var(--_muted));
  }
  time, .num {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  mark {
    color: var(--sgs-text, var(--_text));
    background: var(--sgs-mark, var(--_mark));
  }
  a {
    color: var(--sgs-accent, var(--_accent));
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :focus {
    outline: 3px solid var(--sgs-focus, var(--sgs-accent, var(--_accent)));
    outline-offset: 2px;
  }
  /* Dropped by browsers that do not know it: they outline every focus. */
  :focus:not(:focus-visible) {
    outline: 0;
  }
  button, .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-height: var(--_target);
    min-width: var(--_target);
    margin: 0;
    padding: 0.25em 1.125em;
    border: 1px solid var(--sgs-control, var(--_control));
    border-radius: var(--sgs-radius, 4px);
    line-height: 1.4;
    color: var(--sgs-accent, var(--_accent));
    background: var(--sgs-background, var(--_ground));
    cursor: pointer;
  }
  .button {
    text-decoration: none;
  }
  button:hover, .button:hover {
    border-color: currentColor;
    background: var(--sgs-surface, var(--_surface));
  }
  button.primary {
    border-color: transparent;
    color: var(--sgs-on-accent, var(--_on-accent));
    background: var(--sgs-accent, var(--_accent));
  }
  button.primary:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  /* Signs are drawn, not written: nobody has to read them. */
  .arrow {
    display: inline-block;
    width: 1em;
    margin-left: 0.25em;
    text-align: center;
    font-style: normal;
  }
  [aria-expanded] .arrow::before {
    content: '\\25be';
  }
  [aria-expanded='true'] .arrow::before {
    content: '\\25b4';
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin: 0 -0.25em 0.5em;
  }
  .bar > * {
    margin: 0.25em;
  }
  .bar > .grow {
    flex: 1 1 auto;
  }
  .source {
    margin-bottom: 0.75em;
  }
  .source > * {
    display: inline-block;
    margin-right: 1.5em;
  }
  .lines {
    white-space: pre-line;
  }
  .note {
    margin: 0 0 1em;
    padding: 0.75em 1em;
    border-left: 4px solid var(--sgs-accent, var(--_accent));
    background: var(--sgs-surface, var(--_surface));
  }
  .message {
    padding: 2.5em 1em;
    text-align: center;
  }
  .message > * + * {
    margin-top: 0.75em;
  }
  .strong {
    font-weight: 600;
  }
  .tag {
    display: inline-block;
    margin: 0 0.25em;
    padding: 0 0.5em;
    border: 1px solid currentColor;
    border-radius: var(--sgs-radius, 4px);
    font-size: 0.875em;
    font-weight: 400;
    white-space: nowrap;
    color: var(--sgs-danger, var(--_danger));
  }
  .paper {
    display: none;
  }

  @media (forced-colors: active) {
    button.primary,
    [aria-selected='true'],
    [aria-current] {
      forced-color-adjust: none;
      color: HighlightText !important;
      background: Highlight !important;
    }
    mark {
      color: MarkText;
      background: Mark;
    }
  }
  @media print {
    .sgs {
      color: #000;
      background: #fff;
      font-size: 11pt;
    }
    a {
      color: inherit;
      text-decoration: none;
    }
    .screen {
      display: none !important;
    }
    .paper {
      display: block;
      margin-top: 1em;
      font-size: 0.875em;
    }
  }
`;
