/** The picture of a scorecard on a page without script: rank, points, grade and months at a glance. */
import type { ScoreWords } from '../locale/score-words.js';
import { courseFloor, courseOf } from '../score/course.js';
import { placeState } from '../score/facts.js';
import type { DepartmentScore, Scorecard } from '../score/score.js';
import { markup, type Markup } from './markup.js';

export const OVERVIEW_STYLE =
  '.overview{margin:0 0 1.5em}.place{display:flex;align-items:center;padding:.375em 0;border-bottom:1px solid #d3dae3;'
  + 'break-inside:avoid}.place b{flex:none;width:2em}.who{flex:3 1 9em;padding-right:.75em}.place svg{flex:none;height:1.25em}'
  + '.place .bar{flex:3 1 5em;min-width:0;height:.75em}.score{flex:none;width:3.5em;text-align:right}'
  + '.state{flex:none;width:5.5em;padding-left:.75em}.place .course{width:4.5em;margin-left:.5em}.place .arrow{width:1em;margin-left:.5em}'
  + 'path{fill:none;stroke:#d3dae3}.bar path{stroke-width:16}.bar .fill,.line,.dot{stroke:#0b4a8f}.level2 .fill{stroke:#57606a}'
  + '.level-1 .fill{stroke:#8c1515}.line{stroke-width:2}.dot{stroke-width:6;stroke-linecap:round}.arrow path{stroke:#1c2127;stroke-width:2}'
  + '@media print{svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}}';

/** For the eye: the ranking says the same. */
export function overview(card: Scorecard, words: ScoreWords): Markup | '' {
  const { departments, settings } = card;
  if (departments.length < 2) return '';
  const floor = courseFloor(card);
  const place = (one: DepartmentScore): Markup => {
    const total = one.score?.total ?? null;
    const { bar, line, last, arrow, level } = courseOf(one, settings, floor);
    return markup`<div class="place level${level}"><b>${one.rank ?? '—'}</b><span class="who">${one.name}</span>
<svg class="bar" viewBox="0 0 200 16" preserveAspectRatio="none"><path d="M0 8H200"/><path class="fill" d="M0 8H${bar}"/></svg>
<span class="score">${total === null ? '—' : words.points(total)}</span><span class="state">${placeState(one, words)}</span>
<svg class="course" viewBox="0 0 120 32"><path d="M0 27H120"/><path class="line" d="${line}"/><path class="dot" d="${last}"/></svg>
<svg class="arrow" viewBox="0 0 16 16"><path d="${arrow}"/></svg></div>\n`;
  };
  return markup`<div class="overview" aria-hidden="true"><p><b>${words.overview}</b><br>${words.legend(floor)}</p>
${departments.map(place)}</div>\n`;
}

