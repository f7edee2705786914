/** The page's script. */
import { SgsAssistant } from './assistant.js';

customElements.define('sgs-assistant', SgsAssistant);
