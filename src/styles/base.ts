import { css } from 'lit';

/**
 * The box everything is rendered in, and what all views share: text, focus, buttons, notes. (The style sheets are part
 * of the bundle, so their comments stand here.)
 *
 * `.size-probe` has a size, and is measured, once these styles are in force. Its word space is the width below which a
 * table becomes cards (in large print a table is hard to follow sooner): where the width follows the content, as in a
 * float, the element is never narrower by its own doing, so that what is measured does not depend on what is shown. Its
 * `::after` has the browser's own font; WebKit takes `initial` for `inherit`, and calls its own font `-webkit-standard`.
 * `.sgs`: what a host sets for its own text (line height, alignment, spacing, case …) is inherited through the shadow
 * root and ends here. Its font, its colour scheme and its `--sgs-*` properties are welcome, and what it hides is hidden.
 * `.no-font`: the page has chosen no font, and the system's Chinese one is better than the browser's serif.
 * `.source`: who publishes is known last, and has its place from the first. `.over` lies over the fallback content, which
 * must not move; `.tall`: what stands below a long list is below the window from the first.
 * `.vh` is for ears: who copies a table copies what is seen.
 * `*`: quirks mode and browsers give tables and controls fonts of their own.
 * `:focus:not(:focus-visible)` is dropped by browsers that do not know it: they outline every focus.
 * `.arrow`: signs are drawn, not written, so that nobody has to read them aloud.
 * `.screen` and `.paper` are what only a screen needs, and only a print.
 */
export const base = css`
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    border: 0 solid var(--sgs-line, var(--_line));
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    text-align: inherit;
  }
  .size-probe {
    all: initial;
    display: block;
    visibility: hidden;
    overflow: hidden;
    font: var(--_size)/0 -webkit-standard;
  }
  .size-probe::after {
    content: '. .';
    font-family: initial;
    word-spacing: 42em;
  }
  :host([elder]) .size-probe::after {
    word-spacing: 63em;
  }
  .sgs {
    all: initial;
    box-sizing: border-box;
    display: block;
    position: relative;
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
  .no-font {
    font-family: var(--sgs-font, 'PingFang SC', 'Microsoft YaHei', 'Source Han Sans SC', 'Noto Sans CJK SC', sans-serif);
  }
  .title {
    margin-bottom: 0.5em;
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.5;
    scroll-margin-top: 1em;
  }
  .vh {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip: rect(0 0 0 0);
    white-space: nowrap;
    -webkit-user-select: none;
    user-select: none;
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
  a, button {
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
  :focus:not(:focus-visible) {
    outline: 0;
  }
  button, .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-height: var(--_target);
    min-width: var(--_target);
    padding: 0.25em 1em;
    border: 1px solid var(--sgs-control, var(--_control));
    border-radius: var(--sgs-radius, 4px);
    background: var(--sgs-background, var(--_ground));
    text-decoration: none;
    cursor: pointer;
  }
  button:hover, .button:hover {
    border-color: currentColor;
    text-decoration: underline;
  }
  .primary, [aria-current], [aria-pressed='true'] {
    border-color: transparent;
    color: var(--sgs-on-accent, var(--_on-accent));
    background: var(--sgs-accent, var(--_accent));
  }
  .arrow {
    width: 1em;
    margin-left: 0.25em;
    text-align: center;
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
    margin-bottom: 0.5em;
  }
  .bar > * {
    margin: 0.25em 0.5em 0.25em 0;
  }
  .bar > :last-child {
    margin-right: 0;
  }
  .grow {
    flex: 1 1 auto;
    white-space: normal;
  }
  .grow > .title {
    margin-bottom: 0.125em;
  }
  .source {
    min-height: 1.65em;
  }
  .source > * {
    display: inline-block;
    margin-right: 1.5em;
  }
  .note {
    margin: 0 0 1em;
    padding: 0.75em 1em;
    border-left: 4px solid var(--sgs-accent, var(--_accent));
    background: var(--sgs-surface, var(--_surface));
    white-space: pre-line;
  }
  .over {
    position: absolute;
    right: 0;
    padding: 0 0.75em;
    background: var(--sgs-surface, var(--_surface));
  }
  .tall {
    min-height: 100vh;
  }
  .message {
    padding: 2.5em 1em;
    text-align: center;
  }
  .message > * {
    margin: 0 0.25em 0.75em;
  }
  .strong, label, legend {
    font-weight: 600;
  }
  .tag {
    display: inline-block;
    margin: 0 0.25em;
    padding: 0 0.5em;
    border: 1px solid;
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
    .primary, [aria-current], [aria-pressed='true'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
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
    a, button {
      color: inherit !important;
      text-decoration: none !important;
    }
    :focus {
      outline: 0;
    }
    .screen {
      display: none !important;
    }
    .paper {
      display: block;
      margin-top: 1em;
    }
    .source {
      min-height: 0;
    }
  }
`;
