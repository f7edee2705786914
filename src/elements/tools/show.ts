/** Shows a tool in its place in the element, again whenever it has something new. */
import { render } from 'lit';
import type { Desk, Tool } from '../desk.js';
import { exportView } from './export.js';
import { glanceView } from './glance.js';
import { wear } from './wear.js';

const VIEWS: Readonly<Record<Tool, (desk: Desk, draw: () => void) => unknown>> = { export: exportView, glance: glanceView };

export function show(tool: Tool, place: HTMLElement, desk: Desk): void {
  wear(desk.renderRoot as ShadowRoot);
  const draw = (): void => {
    if (place.isConnected) render(VIEWS[tool](desk, draw), place);
  };
  draw();
}
