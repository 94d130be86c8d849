import { createdObjects } from '../../../shared/contract/messages.ts';

/** The bytes of the objects that a message names. An object of unknown size counts as larger than all others. */
export function sizeOf(body: unknown): number {
  return createdObjects(body).reduce((sum, { size = UNKNOWN }) => sum + size, 0);
}
const UNKNOWN = 2 ** 40;

/**
 * After how many seconds a failed message is received again. It does not wait for the end of the visibility timeout,
 * which is long because the function may run for long. A decision is urgent.
 */
const RETRY_SECONDS = { normaliseQueue: 60, decisionQueue: 5 } as const;

/** The queue (its URL) to which a failed message returns, its receipt handle, and after how many seconds. */
export function retryOf(
  { eventSourceARN, receiptHandle }: { eventSourceARN: string; receiptHandle: string },
  urls: Record<keyof typeof RETRY_SECONDS, string>,
): [queue: string, receiptHandle: string, seconds: number] {
  const isDecision = urls.decisionQueue.endsWith(`/${eventSourceARN.split(':').at(-1) ?? ''}`);
  const name = isDecision ? 'decisionQueue' : 'normaliseQueue';
  return [urls[name], receiptHandle, RETRY_SECONDS[name]];
}
