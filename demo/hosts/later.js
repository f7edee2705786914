addEventListener('load', function () {
  var link = document.createElement('a');
  link.className = 'sgs-column';
  link.href = 'sgs.json';
  link.textContent = '双公示数据';
  document.getElementById('later').appendChild(link);
  var script = document.createElement('script');
  script.src = '../sgs.js';
  document.head.appendChild(script);
});
