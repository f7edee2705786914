import type { Scorecard } from '../../score/score.js';

/** All departments have been read, those that can't be among them; or another month was chosen. Holds no personal data. */
export class SgsScoreEvent extends CustomEvent<{ readonly scorecard: Scorecard }> {
  constructor(scorecard: Scorecard) {
    super('sgs-score', { detail: { scorecard }, bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sgs-score': SgsScoreEvent;
  }
}
