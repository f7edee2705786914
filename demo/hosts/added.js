// A page that loads its articles by itself: the placeholder comes with one of them, long after the script.
addEventListener('load', function () {
  setTimeout(function () {
    var article = document.createElement('div');
    var column = document.createElement('div');
    column.setAttribute('data-sgs', 'column');
    column.setAttribute('data-feed', 'sgs.json');
    article.appendChild(column);
    document.getElementById('place').appendChild(article);
  });
});
