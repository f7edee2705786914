// @ts-check
// What runs inside the page under test, in Chromium 69 too, and beside libraries that change the built-in objects: hence
// plain loops, nothing newer than 2018, and answers that are text: a page may have its own idea of JSON. Each function
// stands alone, for it is sent to the page as text.

/**
 * The middle of what has this role and name and can be clicked there, in the shadow root of the page's first widget.
 * @param {'button' | 'link' | 'opener' | 'searchbox'} role @param {string} [name] its beginning; any unless given
 * @returns {string} `x,y`, or why not
 */
export function spot(role, name) {
  const host = document.querySelector('sgs-column,sgs-list');
  const root = host && host.shadowRoot;
  if (!root) return 'there is no widget';
  const selector = { button: 'button', link: 'a[href],button', opener: 'tbody th a,tbody th button', searchbox: 'input[type=search]' }[role];
  const found = root.querySelectorAll(selector);
  const others = [];
  for (let n = 0; n < found.length; n++) {
    const element = /** @type {Element} */ (found[n]);
    const text = (element.getAttribute('aria-label') || element.textContent || '').replace(/[\s\u200b]+/g, ' ').trim();
    if (!element.getClientRects().length) continue;
    if (name !== undefined && text.indexOf(name) !== 0) {
      others.push(text);
      continue;
    }
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = /** @type {DOMRect} */ (element.getClientRects()[0]);
    const x = left + width / 2;
    const y = top + height / 2;
    // Older engines give the boxes of a zoomed page before zooming, WebKit mixes both.
    const zoom = parseFloat(getComputedStyle(document.body).zoom) || 1;
    const places = [[x, y], [x * zoom, y * zoom], [x * zoom, (y + scrollY) * zoom - scrollY]];
    for (let turn = 0; turn < places.length; turn++) {
      const place = /** @type {[number, number]} */ (places[turn]);
      const hit = root.elementFromPoint(place[0], place[1]);
      if (hit && (element === hit || element.contains(hit))) return place.join();
    }
    return role + ' ' + text + ' is covered at ' + Math.round(left) + ',' + Math.round(top);
  }
  return 'no ' + role + ' ' + (name || '') + ', only: ' + others.join(' | ');
}

/**
 * What is seen of the first widget and of its fallback content, as fields between \u0001: its text, its rows, whether
 * the fallback content shows, whether the style sheets are in force, how far it sticks out sideways, what has gone wrong.
 * @returns {string}
 */
export function seen() {
  const host = document.querySelector('sgs-column,sgs-list');
  const root = host && host.shadowRoot;
  let text = '';
  if (root) for (let n = 0; n < root.children.length; n++) text += /** @type {HTMLElement} */ (root.children[n]).innerText || '';
  const fallback = document.querySelector('.fallback');
  const table = root && root.querySelector('table');
  return [
    text.replace(/\u200b/g, ''),
    root ? root.querySelectorAll('tbody tr').length : 0,
    fallback && fallback.getClientRects().length ? 'yes' : '',
    table && getComputedStyle(table).borderCollapse === 'collapse' ? 'yes' : '',
    host ? Math.max(0, Math.round(host.getBoundingClientRect().right - innerWidth)) : 0,
    (/** @type {{ sgsFaults?: string[] }} */ (window).sgsFaults || []).join('\u0002'),
  ].join('\u0001');
}

/**
 * Put first into each page: keeps what a webmaster would see as broken. A page in a sandboxed frame can't be reached from
 * outside; its watcher answers for it, and the page around asks with `sgsAsk`: the answer comes with the next question.
 */
export const watcher = `
(function () {
  var faults = window.sgsFaults = [];
  addEventListener('error', function (event) {
    var target = event.target;
    // WebKit calls what it breaks off for a page that is left an error.
    if (window.sgsLeaving && target && target !== window) return;
    faults.push('error: ' + (target && (target.src || target.href) ? 'did not load ' + (target.src || target.href) : event.message));
  }, true);
  addEventListener('pageshow', function (event) {
    window.sgsKept = event.persisted ? 'kept' : '';
    window.sgsLeaving = false;
  });
  addEventListener('unhandledrejection', function (event) { faults.push('error: rejected ' + event.reason); });
  document.addEventListener('securitypolicyviolation', function (event) { faults.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample); });
  var error = console.error;
  console.error = function () { faults.push('console: ' + Array.prototype.join.call(arguments, ' ')); return error.apply(console, arguments); };

  var functions = { spot: ${spot}, seen: ${seen} };
  var answers = {};
  addEventListener('message', function (event) {
    var parts = String(event.data).split('\u0003');
    if (parts[0] === 'answer') answers[parts[1]] = parts[2];
    else if (parts[0] === 'ask') {
      var words = parts[1].split('|');
      parent.postMessage(['answer', parts[1], functions[words[0]](words[1] || undefined, words[2] || undefined)].join('\u0003'), '*');
    }
  });
  window.sgsAsk = function (frame, question) {
    var answer = answers[question] || '';
    delete answers[question];
    frame.contentWindow.postMessage(['ask', question].join('\u0003'), '*');
    var point = /^([\\d.]+),([\\d.]+)$/.exec(answer);
    var box = frame.getBoundingClientRect();
    return point ? (+point[1] + box.left + frame.clientLeft) + ',' + (+point[2] + box.top + frame.clientTop) : answer;
  };
})();
`;
