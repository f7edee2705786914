// dist/assistant.html, of the scripts that Vite has built before (scripts/build.mjs).
import { makePage } from './assistant.js';

makePage('dist/assistant');
