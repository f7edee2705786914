/** What is filled in, and what is shown of the column. */
import { css } from 'lit';

export const controls = css`
  input:not([type]), input[type='search'], input[type='date'], select, textarea {
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
  form.settle {
    display: flex;
    gap: 0.5em;
    flex-wrap: wrap;
    align-items: center;
    min-width: 0;
  }
  form.settle select {
    flex: 1 1 9em;
    min-width: 0;
  }
  form.settle button {
    flex: none;
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
`;
