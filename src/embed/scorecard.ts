import './polyfills.js';
import '../define-scorecard.js';
