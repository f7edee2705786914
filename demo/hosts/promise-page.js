// A page that does not trust the browser's own.
window.Promise = window.P ? window.P.noConflict() : window.Promise;
