import { FIELD_MARKS } from './field-marks.ts';
import { FRONT_MATTER } from './front-matter.ts';
import { EAST } from './phrases-east.ts';
import { NORTH } from './phrases-north.ts';
import { RELEASE_DAYS } from './phrases-release-days.ts';
import { WEST } from './phrases-west.ts';
import { PLACES } from './places.ts';
import type { Row } from './row.ts';
import { SIDE_PLACES } from './side-places.ts';
import { STATUSES } from './statuses.ts';
import { storyOf } from './stories.ts';

const PHRASES = [WEST, NORTH, EAST, RELEASE_DAYS].flatMap((phrases) =>
  Object.entries(phrases).flatMap(([language, list]) =>
    list.map(([kind, phrase]) => ({ language, kind, phrase })),
  ),
);

/** In how many places each phrase is put. The places take turns, so that each meets many languages. */
const PLACES_EACH = 3;

function phraseRows(): Row[] {
  return PHRASES.flatMap(({ language, kind, phrase }, index) =>
    Array.from({ length: PLACES_EACH }, (_, turn) => {
      const place = PLACES[(index * PLACES_EACH + turn * 10) % PLACES.length];
      if (place === undefined) throw new Error('no such place');
      const text = place.put(phrase, storyOf(language), language);
      return { id: `${place.name}: ${phrase}`, language, format: place.format, kind, text };
    }),
  );
}

/** Submissions of which nothing may come out until a person, or the end of the embargo, releases it. */
export const MUST_NOT: readonly Row[] = [
  ...phraseRows(),
  ...SIDE_PLACES,
  ...FRONT_MATTER,
  ...STATUSES,
  ...FIELD_MARKS,
];
