import { expect, test } from 'vitest';
import { EXIT, Failure } from '../../cli/failure.ts';
import { throwIf, valueOf } from '../../cli/result.ts';
import { done, failed } from '../../shared/operations/result.ts';

const thrownBy = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

test('a failure of an operation becomes an error with an exit code and a command that helps the user', () => {
  const unknown = failed('feed-unknown', 'there is no feed x', 'Choose a feed.');
  const error = thrownBy(() => valueOf(unknown));
  expect(error).toBeInstanceOf(Failure);
  expect(error).toMatchObject({
    message: 'there is no feed x',
    remedy: 'Choose a feed. See "wiredesk feed list".',
    exit: EXIT.usage,
  });
  const past = failed('end-past', 'it is in the past', 'Give a later one.');
  expect(thrownBy(() => throwIf(past, 'Or use --lift.'))).toMatchObject({
    remedy: 'Give a later one. Or use --lift.',
  });
});

test('valueOf returns the value of an operation that succeeded; throwIf throws only if there is a failure', () => {
  expect(valueOf(done(['a value']))).toEqual(['a value']);
  expect(thrownBy(() => throwIf(undefined))).toBeUndefined();
});
