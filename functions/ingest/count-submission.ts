import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import type { ReceiptId } from '../../shared/domain/identity.ts';
import { type Hour, hourOf, quotaOf, secondsLeft } from '../../shared/domain/quota.ts';
import { type Refusal, refusal } from './rules/answer.ts';
import type { SubmissionRequest } from './rules/http-request.ts';
import type { IngestServices } from './services.ts';

type Counted = Pick<SubmissionRequest, 'source' | 'kind' | 'idempotencyKey'> & { receipt: ReceiptId };

/**
 * Counts a submission towards the quota of its source, before anything of it is stored. Returns a refusal if the quota
 * of this hour is used up. A decision is never counted and never refused: a kill must always get in.
 *
 * If the count fails, the submission goes on uncounted: the quota protects from mistakes and is no limit of access, and
 * a counter must not keep a story out (docs/adr/0026-quota-of-a-source.md).
 */
export async function refusalOverQuota(
  request: Counted,
  services: IngestServices,
): Promise<Refusal | undefined> {
  if (request.kind === 'decision') return undefined;
  const { source } = request;
  const now = services.now();
  const hour = hourOf(now);
  try {
    if (await isWithinQuota(request, hour, services)) return undefined;
  } catch (error) {
    services.warn('a submission is not counted', {
      source,
      error: error instanceof Error ? error.name : 'unknown',
    });
    return undefined;
  }
  const detail = `the source ${source} has used up its quota of submissions for this hour; send this one again after ${hour.to}`;
  return { ...refusal('QUOTA_EXCEEDED', detail), retryAfterSeconds: secondsLeft(hour, now) };
}

/** Whether the submission is counted now, or was answered before under its Idempotency-Key and so is counted already. */
async function isWithinQuota(
  { source, idempotencyKey, receipt }: Counted,
  hour: Hour,
  { configuration, quota, receipts }: IngestServices,
): Promise<boolean> {
  if (idempotencyKey !== undefined && (await receipts.get(receipt)) !== undefined) return true;
  const recent = limitIn(await configuration.recent(), source);
  if ((await quota.count(source, hour, recent)) === 'written') return true;
  // The recent configuration may be some seconds old, and the quota may have been raised since.
  const current = limitIn(await configuration.current(), source);
  return current > recent && (await quota.count(source, hour, current)) === 'written';
}

const limitIn = (configuration: StoredConfiguration | undefined, source: string): number =>
  quotaOf(configuration?.sources.find(({ id }) => id === source) ?? {});
