import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pauseAfter } from '../../src/feed/pause.js';

const NOW = 'Mon, 23 Nov 2026 02:00:00 GMT';
const answer = (after: string, date?: string): Headers => new Headers({ 'retry-after': after, ...(date && { date }) });
/** Chances as they fall on a thousand pages. */
const chances = Array.from({ length: 1000 }, (_, n) => n / 999);

describe('the pause before a busy server is asked again', () => {
  it('grows with every try up to eight seconds, and has some chance in it', () => {
    assert.deepEqual([0, 1, 2, 3, 4, 40].map((attempt) => pauseAfter(attempt, undefined, 0)), [500, 1000, 2000, 4000, 4000, 4000]);
    assert.deepEqual([0, 1, 2, 3, 4, 40].map((attempt) => pauseAfter(attempt, new Headers(), 1)), [1000, 2000, 4000, 8000, 8000, 8000]);
    for (const attempt of [0, 1, 2]) {
      const drawn = pauseAfter(attempt);
      assert.ok(drawn >= 500 * 2 ** attempt && drawn <= 1000 * 2 ** attempt, String(drawn));
    }
  });

  it('is never shorter than the server wishes, in seconds or until a date', () => {
    for (const chance of [0, 0.3, 1]) {
      assert.ok(pauseAfter(0, answer('5'), chance) >= 5000);
      assert.ok(pauseAfter(0, answer('Mon, 23 Nov 2026 02:00:05 GMT', NOW), chance) >= 5000);
    }
    assert.equal(pauseAfter(0, answer('10'), 1), 15_000);
    assert.ok(pauseAfter(0, answer('86400'), 0) > 86_400_000);
  });

  it('of a wish that is over, or none at all, is the usual one', () => {
    for (const wish of ['0', '-5', 'soon', '', 'Mon, 23 Nov 2026 01:59:00 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT']) assert.equal(pauseAfter(1, answer(wish, NOW), 1), 2000, wish);
  });

  it('until a date follows the server’s clock where it says it, else the reader’s', () => {
    assert.equal(pauseAfter(0, answer('Fri, 02 Jan 1970 00:00:04 GMT', 'Fri, 02 Jan 1970 00:00:00 GMT'), 0), 5000);
    const soon = new Date(Math.ceil(Date.now() / 1000) * 1000 + 100_000).toUTCString();
    for (const date of [undefined, 'yesterday']) {
      const pause = pauseAfter(0, answer(soon, date), 0);
      assert.ok(pause > 90_000 && pause < 160_000, String(pause));
    }
  });

  it('spreads a thousand pages that were all told the same moment, none before it', () => {
    for (const [headers, moment, most] of [[undefined, 500, 110], [answer('10'), 10_000, 20], [answer('Mon, 23 Nov 2026 02:00:10 GMT', NOW), 10_000, 20]] as const) {
      const pauses = chances.map((chance) => pauseAfter(0, headers, chance));
      const inTheSameTwentieth = new Map<number, number>();
      for (const pause of pauses) inTheSameTwentieth.set(Math.floor(pause / 50), (inTheSameTwentieth.get(Math.floor(pause / 50)) ?? 0) + 1);
      assert.ok(Math.min(...pauses) >= moment);
      assert.ok(Math.max(...inTheSameTwentieth.values()) <= most, String(Math.max(...inTheSameTwentieth.values())));
    }
  });
});
