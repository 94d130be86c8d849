import { expect, test } from 'vitest';
import { instantIn, refusePastEnd } from '../../shared/operations/ends.ts';
import { asInstant } from '../support/ids.ts';

test('an instant must have a time zone, and is converted to UTC', () => {
  expect(instantIn('2026-04-13T13:00:00+08:00')).toEqual({ ok: true, value: '2026-04-13T05:00:00.000Z' });
  expect(instantIn('2026-04-13T13:00')).toMatchObject({ failure: { code: 'instant-invalid' } });
});

test('an end must be in the future', () => {
  const now = new Date('2026-04-13T09:00:00.000Z');
  expect(refusePastEnd(asInstant('2026-04-13T09:00:00.000Z'), now)).toMatchObject({
    failure: { code: 'end-past' },
  });
  expect(refusePastEnd(asInstant('2026-04-13T09:00:00.001Z'), now)).toBeUndefined();
});
