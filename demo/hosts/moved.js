// A page builder at work: moved, taken away, put back, copied. Ends with one column, in #there.
(function () {
  var column = document.querySelector('sgs-column');
  var there = document.getElementById('there');
  there.appendChild(column);
  document.body.insertBefore(column, document.body.firstChild);
  column.remove();
  setTimeout(function () {
    there.appendChild(column);
    var copy = column.cloneNode(true);
    document.body.appendChild(copy);
    setTimeout(function () {
      copy.remove();
      there.appendChild(column);
      document.body.className = 'done';
    });
  });
})();
