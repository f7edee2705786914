import './polyfills.js';
import '../define.js';
import { guarded } from './guard.js';
import { ownScript } from './script.js';
import { start } from './start.js';

// At the top: once this script has run, the page no longer knows which tag it came from.
start(guarded(ownScript));
