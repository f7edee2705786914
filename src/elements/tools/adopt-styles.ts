/** The tools' own styles, for the elements they serve; Chromium before 73 has them in sgs.css. */
import { toolStyles } from '../../styles/tools.js';

let sheet: CSSStyleSheet | undefined;

export function adoptStyles(root: ShadowRoot): void {
  if (!('adoptedStyleSheets' in root)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    // Lit's own build wraps the text, the classic one does not.
    sheet.replaceSync(String(toolStyles));
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
