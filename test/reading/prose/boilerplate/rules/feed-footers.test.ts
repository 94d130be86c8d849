import { expect, test } from 'vitest';
import {
  feedFooter,
  withoutFeedFooter,
} from '../../../../../shared/reading/prose/boilerplate/rules/feed-footers.ts';

const FOOTER = 'The post Bridge closed appeared first on The Example.';
/** A text that begins like a footer but is longer. */
const STORY = `${FOOTER} ${'The town celebrated. '.repeat(8)}`.trim();

test.each([
  FOOTER,
  'Der Beitrag Brücke gesperrt erschien zuerst auf Beispiel.',
  'La entrada Puente cerrado se publicó primero en Ejemplo.',
])('the line is a footer that WordPress adds to feeds: %s', (line) => {
  expect(feedFooter.test.test(line)).toBe(true);
});

test.each([
  [`The river rose. ${FOOTER}`, 'The river rose.'],
  [FOOTER, ''],
  ['The river rose.', 'The river rose.'],
  [STORY, STORY],
])('the summary %j without a footer is %j', (summary, rest) => {
  expect(withoutFeedFooter(summary)).toBe(rest);
});
