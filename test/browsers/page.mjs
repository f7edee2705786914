// @ts-check
// What runs inside the page under test, in Chromium 69 too, and beside libraries that change the built-in objects: hence
// plain loops, and nothing newer than 2018. Each function stands alone, for it is sent to the page as text.

/**
 * The middle of what has this role and name and can be clicked there, in the shadow root of the page's first widget.
 * @param {'button' | 'link' | 'opener' | 'searchbox'} role @param {string} [name] its beginning; any unless given
 * @returns {{ x: number, y: number } | string} a string says why not
 */
export function spot(role, name) {
  const host = document.querySelector('sgs-column,sgs-list');
  const root = host && host.shadowRoot;
  if (!root) return 'there is no widget';
  const selector = { button: 'button', link: 'a[href],button', opener: 'tbody th a,tbody th button', searchbox: 'input[type=search]' }[role];
  const found = root.querySelectorAll(selector);
  const others = [];
  for (let n = 0; n < found.length; n++) {
    const element = found[n];
    const text = (element.getAttribute('aria-label') || element.textContent || '').replace(/[\s\u200b]+/g, ' ').trim();
    if (!element.getClientRects().length) continue;
    if (name !== undefined && text.indexOf(name) !== 0) {
      others.push(text);
      continue;
    }
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getClientRects()[0];
    // Older engines give the boxes of a zoomed page before zooming.
    const zoom = parseFloat(getComputedStyle(document.body).zoom) || 1;
    const scales = [1, zoom];
    for (let turn = 0; turn < scales.length; turn++) {
      const x = (left + width / 2) * scales[turn];
      const y = (top + height / 2) * scales[turn];
      const hit = root.elementFromPoint(x, y);
      if (hit && (element === hit || element.contains(hit))) return { x, y };
    }
    return role + ' ' + text + ' is covered at ' + Math.round(left) + ',' + Math.round(top);
  }
  return 'no ' + role + ' ' + (name || '') + ', only: ' + others.join(' | ');
}

/** Everything that is seen of the first widget, and of its fallback content. */
export function seen() {
  const host = document.querySelector('sgs-column,sgs-list');
  const root = host && host.shadowRoot;
  let text = '';
  if (root) for (let n = 0; n < root.children.length; n++) text += root.children[n].innerText || '';
  const fallback = document.querySelector('.fallback');
  return {
    text: text.replace(/\u200b/g, ''),
    rows: root ? root.querySelectorAll('tbody tr').length : 0,
    fallback: Boolean(fallback && fallback.getClientRects().length),
    /** Whether the style sheets are in force. */
    styled: Boolean(root && root.querySelector('table') && getComputedStyle(root.querySelector('table')).borderCollapse === 'collapse'),
    /** How far the widget sticks out of the window, sideways. */
    wide: host ? Math.max(0, Math.round(host.getBoundingClientRect().right - innerWidth)) : 0,
    faults: window.sgsFaults || [],
  };
}

/** Put first into each page: keeps what a webmaster would see as broken. */
export const watcher = `
(function () {
  var faults = window.sgsFaults = [];
  addEventListener('error', function (event) {
    var target = event.target;
    faults.push(target && target.src ? 'error: did not load ' + target.src : target && target.href ? 'error: did not load ' + target.href : 'error: ' + event.message);
  }, true);
  addEventListener('unhandledrejection', function (event) { faults.push('error: rejected ' + event.reason); });
  document.addEventListener('securitypolicyviolation', function (event) { faults.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample); });
  var error = console.error;
  console.error = function () { faults.push('console: ' + Array.prototype.join.call(arguments, ' ')); return error.apply(console, arguments); };
})();
`;
