// Says when the browser has stored the copy that this visit has made: a second visit may then find the feed gone.
// (`down.html?down` makes it so.)
(function () {
  var start = Date.now();
  function look() {
    caches.open('sgs@1').then(function (cache) {
      return cache.keys().then(function (keys) {
        return Promise.all(keys.map(function (key) { return cache.match(key); }));
      });
    }).then(function (copies) {
      var fresh = copies.filter(function (copy) { return copy && Date.parse(copy.headers.get('date')) >= start; });
      if (fresh.length) document.body.className = 'stored';
      else setTimeout(look, 50);
    });
  }
  look();
})();
