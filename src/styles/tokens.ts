import { css } from 'lit';

/**
 * Design tokens. A page sets `--sgs-*`; the private `--_*` beside them hold the defaults of the theme, so that a value
 * set anywhere above the element wins. Every pair of text and ground below has a contrast of at least 7:1
 * (the tests of the column have axe look at each theme).
 * The page decides: dark only where it says `color-scheme: dark`, never because of the system alone.
 */
export const tokens = css`
  :host {
    --_accent: #0a4a8c;
    --_on-accent: #fff;
    --_ground: #fff;
    --_surface: #f1f5fa;
    --_text: #1c2127;
    --_muted: #444c56;
    --_line: #d3dae2;
    --_control: #68727d;
    --_danger: #8c1515;
    --_mark: #ffe69a;
    --_size: var(--sgs-font-size, 16px);
    --_target: var(--sgs-target, 44px);
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='red']) {
    --_accent: #98181b;
    --_surface: #faf4f3;
  }
  :host([theme='plain']) {
    --_accent: #1c2127;
    --_surface: #f4f5f6;
  }
  :host([elder]) {
    --_size: calc(var(--sgs-font-size, 16px) * 1.5);
    --_target: 60px;
    --_control: var(--_text);
    --_muted: var(--_text);
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_accent: light-dark(#0a4a8c, #a8cfff);
      --_on-accent: light-dark(#fff, #0b1b2e);
      --_ground: light-dark(#fff, #15191e);
      --_surface: light-dark(#f1f5fa, #1f262e);
      --_text: light-dark(#1c2127, #eceff2);
      --_muted: light-dark(#444c56, #c0c8d1);
      --_line: light-dark(#d3dae2, #3a444f);
      --_control: light-dark(#68727d, #939eaa);
      --_danger: light-dark(#8c1515, #ffb3ab);
      --_mark: light-dark(#ffe69a, #5a4600);
    }
    :host([theme='red']) {
      --_accent: light-dark(#98181b, #ffb8b0);
      --_surface: light-dark(#faf4f3, #2a2120);
    }
    :host([theme='plain']) {
      --_accent: light-dark(#1c2127, #f2f4f6);
      --_surface: light-dark(#f4f5f6, #23272c);
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --_line: var(--_text);
      --_control: var(--_text);
      --_muted: var(--_text);
    }
  }
`;
