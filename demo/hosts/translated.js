// What a browser's translation does to a page, shadow roots included: every piece of text moves into two <font>s, now and
// whenever there is new text, and it is changed there. The words stay readable, so that a test can go on reading them.
(function () {
  var MARK = '\u200b';
  function wrap(node) {
    var parent = node.parentNode;
    if (!parent || parent.nodeName === 'FONT' || /^(SCRIPT|STYLE|OPTION|TITLE)$/.test(parent.nodeName) || !node.data.trim()) return;
    var outer = document.createElement('font');
    var inner = document.createElement('font');
    outer.appendChild(inner);
    parent.replaceChild(outer, node);
    inner.appendChild(document.createTextNode(node.data + MARK));
  }
  function translate(root) {
    var walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    var texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.forEach(wrap);
    var hosts = root.querySelectorAll('*');
    for (var i = 0; i < hosts.length; i++) if (hosts[i].shadowRoot) watch(hosts[i].shadowRoot);
  }
  var watched = [];
  function watch(root) {
    if (watched.indexOf(root) >= 0) return;
    watched.push(root);
    translate(root);
    new MutationObserver(function () { translate(root); }).observe(root, { childList: true, subtree: true, characterData: true });
  }
  watch(document.body);
})();
