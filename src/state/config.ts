/** A configuration is read like a feed; elements reach it through here. */
export { loadConfig } from '../feed/config.js';
