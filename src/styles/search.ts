import { css } from 'lit';

/** The search form, its filters and the chosen ones. */
export const search = css`
  form {
    margin-bottom: 1em;
    padding: 1em;
    border-radius: var(--sgs-radius, 4px);
    background: var(--sgs-surface, var(--_surface));
  }
  fieldset {
    min-width: 0;
  }
  fieldset label {
    font-weight: 400;
  }
  input, select {
    display: block;
    width: 100%;
    min-width: 0;
    min-height: var(--_target);
    margin-top: 0.25em;
    padding: 0.25em 0.5em;
    border: 1px solid var(--sgs-control, var(--_control));
    border-radius: var(--sgs-radius, 4px);
    background: var(--sgs-background, var(--_ground));
  }
  [type='search'] {
    -webkit-appearance: none;
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    margin: -0.25em;
  }
  .fields > * {
    margin: 0.25em;
  }
  .fields > .grow {
    flex-basis: 16em;
  }
  .more {
    margin-top: 0.75em;
  }
  .more > * {
    flex: 1 1 13em;
    max-width: 26em;
  }
  .dates {
    flex-basis: 26em;
  }
  .dates .fields > * {
    flex: 1 1 9em;
  }
  .hint {
    font-size: 0.875em;
  }
  .fold {
    border-color: transparent;
    background: none;
  }
  .chips {
    list-style: none;
  }
  .cross::after {
    content: '\\00d7';
    margin-left: 0.5em;
  }
`;
