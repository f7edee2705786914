/** Registers `<sgs-scorecard>`: apart from the others, for only a supervisor's page needs it. */
import { defineElement } from './elements/define-element.js';
import { SgsScorecard } from './elements/sgs-scorecard/sgs-scorecard.js';

defineElement('sgs-scorecard', SgsScorecard);
