// What pages of those years do as soon as they have jQuery.
window.$ = window.jQuery;
$(function () {
  $('a').attr('target', '_self');
  $(document).on('click keydown', 'a, button', function () { return undefined; });
  $.ajaxSetup({ cache: false });
});
