/** What each tool of the registry does. */
import { render } from 'lit';
import { adoptStyles } from './adopt-styles.js';
import { copyLink } from './copy/copy-link.js';
import { exportPanel } from './export/export-panel.js';
import { glancePanel } from './glance/glance-panel.js';
import { printElement } from './print/print-element.js';
import type { ToolName } from './registry.js';
import { readAloud } from './speak/read-aloud.js';
import type { ToolHost } from './tool.js';

type Action = (host: ToolHost) => void | Promise<void>;

/** Shows a view in the tool's panel, again whenever it has something new. */
const inPanel = (name: ToolName, view: (host: ToolHost, draw: () => void) => unknown): Action => (host) => {
  const panel = host.renderRoot.querySelector<HTMLElement>(`#${name}`);
  if (!panel) return;
  adoptStyles(host.renderRoot as ShadowRoot);
  const draw = (): void => {
    if (panel.isConnected) render(view(host, draw), panel);
  };
  draw();
};

const ACTIONS: Readonly<Record<ToolName, Action>> = {
  export: inPanel('export', exportPanel),
  print: printElement,
  glance: inPanel('glance', glancePanel),
  copy: copyLink,
  speak: readAloud,
};

export const runAction = async (name: string, host: ToolHost): Promise<void> => ACTIONS[name as ToolName](host);
