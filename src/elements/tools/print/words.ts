import type { ToolLabels } from '../tool.js';

declare module '../../../locale/messages.js' {
  interface ToolMessages {
    readonly print?: Partial<ToolLabels>;
  }
}
