import { expect, test } from 'vitest';
import { instantIn, refusePastEnd } from '../../shared/operations/ends.ts';
import { asInstant } from '../support/ids.ts';

test('an instant must have a time zone, and is converted to UTC', () => {
  expect(instantIn('2026-04-13T13:00:00+08:00')).toEqual({ ok: true, value: '2026-04-13T05:00:00.000Z' });
  expect(instantIn('2026-04-13T13:00')).toMatchObject({ failure: { code: 'instant-invalid' } });
});

test.each([
  '9999-12-31T23:59:59-05:00',
  '10000-01-01T00:00Z',
  '+010000-01-01T00:00Z',
  '0001-01-01T00:00+14:00',
  '0000-06-01T00:00Z',
  '-0001-01-01T00:00Z',
])('an instant outside of the years 1 to 9999 is refused: %s', (text) => {
  expect(instantIn(text)).toMatchObject({ failure: { code: 'instant-invalid' } });
});

test('an end must be in the future', () => {
  const now = new Date('2026-04-13T09:00:00.000Z');
  expect(refusePastEnd(asInstant('2026-04-13T09:00:00.000Z'), now)).toMatchObject({
    failure: { code: 'end-past' },
  });
  expect(refusePastEnd(asInstant('2026-04-13T09:00:00.001Z'), now)).toBeUndefined();
});
