import './polyfills.js';
import './prepare.js';
import '../define.js';
import { start } from './start.js';

start();
