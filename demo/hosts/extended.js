// Written for this page: what Prototype 1.6, MooTools 1.2 and home-made libraries do to the built-in objects. Everything is
// enumerable, and some of it stands where a later standard wanted to be.
(function () {
  function add(object, methods) {
    for (var name in methods) object[name] = methods[name];
  }
  add(Array.prototype, {
    each: function (work) { for (var i = 0; i < this.length; i++) work(this[i], i); return this; },
    first: function () { return this[0]; },
    last: function () { return this[this.length - 1]; },
    clear: function () { this.length = 0; return this; },
    remove: function (item) { var at = this.indexOf(item); if (at >= 0) this.splice(at, 1); return this; },
    contains: function (item) { return this.indexOf(item) >= 0; },
    // Others mean something else by these.
    at: function () { return 'not what you think'; },
    entries: function () { return this; },
    flatten: function () { return this; },
    toJSON: function () { return '[' + this.join() + ']'; },
    toObject: function () { return {}; }
  });
  add(String.prototype, {
    trimAll: function () { return this.replace(/\s+/g, ''); },
    toJSON: function () { return '"' + this + '"'; },
    contains: function (part) { return this.indexOf(part) >= 0; }
  });
  add(Function.prototype, {
    method: function (name, work) { this.prototype[name] = work; return this; },
    delay: function (ms) { return setTimeout(this, ms); },
    argumentNames: function () { return []; }
  });
  add(Number.prototype, { times: function (work) { for (var i = 0; i < this; i++) work(i); } });
  Array.from = function (thing) { return thing && typeof thing.length === 'number' ? Array.prototype.slice.call(thing) : [thing]; };
  Object.extend = function (target, source) { for (var key in source) target[key] = source[key]; return target; };
  // Elements get methods of their own; `remove` answers the element, `hide` is not `hidden`.
  var remove = window.Element.prototype.remove;
  add(window.Element.prototype, {
    show: function () { this.style.display = ''; return this; },
    hide: function () { this.style.display = 'none'; return this; },
    visible: function () { return this.style.display !== 'none'; },
    update: function (text) { this.textContent = text; return this; },
    select: function (selector) { return this.querySelectorAll(selector); },
    getElements: function (selector) { return this.querySelectorAll(selector); },
    remove: function () { remove.call(this); return this; }
  });
  add(window.Event.prototype, { element: function () { return this.target; }, stop: function () { this.preventDefault(); this.stopPropagation(); } });
  document.viewport = {};
  window.$ = function (id) { return document.getElementById(id); };
  window.$$ = function (selector) { return document.querySelectorAll(selector); };
  window.name = 'main';
  window.status = 'ok';
  window.html = window.css = window.render = 1;
})();
