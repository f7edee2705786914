/** The buttons of the tools, and the panels that some of them open. */
import { html, type TemplateResult } from 'lit';
import { importOptional } from '../../model/import-optional.js';
import { button, disclosureButton } from '../views/controls.js';
import { TOOLS } from './registry.js';
import type { Tool, ToolHost, ToolLabels, ToolPlace } from './tool.js';
import { toolWords } from './tool-words.js';

const tools: readonly Tool[] = TOOLS;

/** Does what a tool does; its code is loaded when a person asks for the first one. */
async function runTool({ name, fallback }: Tool, host: ToolHost): Promise<void> {
  const actions = await importOptional(() => import('./actions.js'));
  if (actions) await actions.runAction(name, host);
  else fallback?.();
}

function labelOf({ name, labels, isRunning }: Tool, host: ToolHost): string {
  const { label, stop = label } = toolWords<ToolLabels>(host.context.words, name, labels);
  return isRunning?.(host) ? stop : label;
}

function toolButton(tool: Tool, host: ToolHost): TemplateResult {
  const { name, hasPanel } = tool;
  const label = labelOf(tool, host);
  if (!hasPanel) return button(label, () => void runTool(tool, host));
  const expanded = host.openPanel === name;
  return disclosureButton(label, name, expanded, 'screen', () => (host.openPanel = expanded ? undefined : name));
}

/** The buttons of a place, in the order of the registry. */
export const toolButtons = (host: ToolHost, place: ToolPlace): readonly TemplateResult[] =>
  tools
    .filter(({ places, isOffered }) => places.includes(place) && (isOffered?.(host, place) ?? true))
    .map((tool) => toolButton(tool, host));

/** The open panel, if its button stands in this place; the tool fills it (`showPanel`). */
export const toolPanel = (host: ToolHost, place: ToolPlace): readonly TemplateResult[] =>
  tools
    .filter(({ name, places }) => name === host.openPanel && places.includes(place))
    .map(({ name }) => html`<div class="screen" id=${name} part="tool"></div>`);

/** Fills the open panel, now and after every change. */
export function showPanel(host: ToolHost): void {
  const open = tools.find(({ name }) => name === host.openPanel);
  if (open) void runTool(open, host);
}
