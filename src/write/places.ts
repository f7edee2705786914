/** Where published records stand, by their ids. */
import type { ExistingSegment } from './existing-segment.js';

export interface Place {
  readonly segment: ExistingSegment;
  readonly n: number;
}

export interface Places {
  /** Undefined where the id is new, or deleted. */
  of(id: string): Place | undefined;
  ids(): Iterable<string>;
}

const isLive = ({ deleted, toDelete }: ExistingSegment, n: number): boolean => !deleted.has(n) && !toDelete.has(n);

function* idsOf(known: readonly ExistingSegment[]): Generator<string> {
  for (const segment of known) for (const [n, id] of segment.keys.ids()) if (isLive(segment, n)) yield id;
}

/** For a few: each is looked up in the files. */
export const findPlaces = (known: readonly ExistingSegment[]): Places => ({
  of(id) {
    for (const segment of known) for (const n of segment.keys.find(id)) if (isLive(segment, n)) return { segment, n };
    return undefined;
  },
  ids: () => idsOf(known),
});

/** For all: they are read at once. */
export function readPlaces(known: readonly ExistingSegment[]): Places {
  /** Segment × 2³² + number. */
  const places = new Map<string, number>();
  for (const [at, segment] of known.entries()) {
    for (const [n, id] of segment.keys.ids()) if (isLive(segment, n)) places.set(id, at * 2 ** 32 + n);
  }
  return {
    of(id) {
      const place = places.get(id);
      if (place === undefined) return undefined;
      const [segment, n] = [known[Math.floor(place / 2 ** 32)] as ExistingSegment, place % 2 ** 32];
      return isLive(segment, n) ? { segment, n } : undefined;
    },
    ids: () => idsOf(known),
  };
}
