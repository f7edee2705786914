import './polyfills.js';
import './prepare.js';
import './shared.js';
import '../define.js';
import { start } from './start.js';

start();
