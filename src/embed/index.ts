import './polyfills.js';
import '../define.js';
import { start } from './start.js';

start();
