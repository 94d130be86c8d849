import { expect, test } from 'vitest';
import { ACTION_CHOICES, decisionName } from '../../../shared/operations/articles/actions.ts';

test('an embargo decision without a new end is called the end of the embargo', () => {
  expect(decisionName({ action: 'embargo' })).toBe('end of the embargo');
  expect(decisionName({ action: 'embargo', until: '2026-04-13T13:00:00.000Z' })).toBe('embargo');
  expect(decisionName({ action: 'kill' })).toBe('kill');
});

test('every action can be chosen except erasing, which is an operation of its own', () => {
  const actions = ACTION_CHOICES.map(({ action }) => action);
  expect(actions).toEqual(
    expect.arrayContaining(['kill', 'unkill', 'hold', 'release', 'embargo', 'readmit']),
  );
  expect(actions).not.toContain('erase');
  expect(ACTION_CHOICES.find(({ action }) => action === 'withdraw')).toMatchObject({
    takesTarget: 'from',
    takesUntil: false,
  });
});
