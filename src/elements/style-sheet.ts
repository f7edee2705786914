/**
 * How an element gets its styles in Chromium before 73, which lets no script make a style sheet. Lit would put a `<style>`
 * into the shadow root, which a strict `style-src` refuses; a file is allowed. Only the classic script, which knows what
 * lies beside it, names one; without it Lit's own way is taken.
 */
let file: { readonly url: string; readonly nonce: string } | undefined;

/** Names the file with the styles of all elements. */
export function setStyleSheet(url: string, nonce: string): void {
  if (!('adoptedStyleSheets' in Document.prototype)) file = { url, nonce };
}

/** A link to the file for a shadow root; the styles as text where the file can't be had; undefined where no file is needed. */
export function styleSheetLink(texts: () => string): HTMLLinkElement | undefined {
  if (!file) return undefined;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = file.url;
  // Some hosts allow what has their nonce, and nothing else.
  link.nonce = file.nonce;
  link.onerror = () => {
    const style = document.createElement('style');
    style.textContent = texts();
    link.replaceWith(style);
  };
  return link;
}
