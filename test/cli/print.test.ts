import { expect, test } from 'vitest';
import { decisionName } from '../../cli/print.ts';

test('an embargo that is lifted is not called one', () => {
  expect(decisionName({ action: 'embargo' })).toBe('end of the embargo');
  expect(decisionName({ action: 'embargo', until: '2026-04-13T13:00:00.000Z' })).toBe('embargo');
  expect(decisionName({ action: 'kill' })).toBe('kill');
});
