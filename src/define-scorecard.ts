/** Registers `<sgs-scorecard>`: apart from the others, for only a supervisor's page needs it. */
import { SgsScorecard } from './elements/sgs-scorecard/sgs-scorecard.js';

try {
  if (!customElements.get('sgs-scorecard')) customElements.define('sgs-scorecard', SgsScorecard);
} catch (error) {
  console.warn('sgs:', error);
}
