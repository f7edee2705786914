// Says when the browser has stored the copy: a second visit may then find the feed gone. (`down.html?down` makes it so.)
(function look() {
  caches.open('sgs@1').then(function (cache) { return cache.keys(); }).then(function (keys) {
    if (keys.length) document.body.className = 'stored';
    else setTimeout(look, 50);
  });
})();
