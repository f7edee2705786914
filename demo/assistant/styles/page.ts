/** The page's frame, the steps and the files. */
import { css } from 'lit';

export const page = css`
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
  button:disabled, [aria-disabled='true'] {
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
`;
