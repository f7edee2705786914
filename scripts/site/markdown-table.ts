/** Tables as Markdown: what the generators write, for the READMEs and the site alike. */

/** A word that breaks no table. */
export const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

export const mono = (text: string): string => (text ? `\`${text}\`` : '');

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head.map(cell), head.map(() => '---'), ...rows.map((row) => row.map(cell))].map((line) => `| ${line.join(' | ')} |`).join('\n');

export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

export const codeBlock = (text: string, language = ''): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
