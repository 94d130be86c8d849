import { expect } from 'vitest';
import type { ReceiptId } from '../../../shared/domain/identity.ts';
import type { TimedQueue } from './timed-queue.ts';

/** The largest number of items of one submission (shared/reading/item/item-limit.ts). */
export const MOST = 2000;

export const story = (id: number | string, more: object = {}): object => ({
  uri: `urn:desk:${id}`,
  headlines: [{ value: `Story ${id}` }],
  ...more,
});
export const stories = (count: number, first = 0): object[] =>
  Array.from({ length: count }, (_, at) => story(first + at));

/** The outcomes of a submission, all of whose items have one. */
export async function outcomesOf({ cloud }: TimedQueue, receipt: ReceiptId): Promise<string[]> {
  const whole = await cloud.receipts.whole(receipt);
  expect(whole?.record.items).toBe(whole?.items.length);
  return (whole?.items ?? []).map(({ outcome }) => outcome);
}

/** No run was ended, and no message failed too often. */
export function expectNoneLost({ ended, deadLetters }: TimedQueue): void {
  expect([ended, deadLetters]).toEqual([0, []]);
}
