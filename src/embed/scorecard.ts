import './polyfills.js';
import './prepare-scorecard.js';
import '../define-scorecard.js';
