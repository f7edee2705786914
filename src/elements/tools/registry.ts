/** Every tool, in the order in which their buttons stand. What each does is a row of actions.ts. */
import { copyTool } from './copy/tool.js';
import { exportTool } from './export/tool.js';
import { glanceTool } from './glance/tool.js';
import { printTool } from './print/tool.js';
import { speakTool } from './speak/tool.js';
import type { Tool } from './tool.js';

export const TOOLS = [exportTool, printTool, glanceTool, copyTool, speakTool] as const satisfies readonly Tool[];

export type ToolName = (typeof TOOLS)[number]['name'];
