import { isDeepStrictEqual } from 'node:util';
import pLimit from 'p-limit';
import type { VersionedPartner } from '../../contract/stores.ts';
import type { Partner } from '../../domain/partner.ts';
import type { Pipeline } from '../pipeline.ts';
import { failed, type Refusal } from '../result.ts';

/** How many writes to the table run at the same time. */
const CONCURRENCY = 16;

/**
 * Writes the partners of `after` that differ from `before`, and removes the partners that are not in `after`. Returns
 * a failure if somebody else changed one of these partners after `before` was read.
 */
export async function storePartners(
  before: readonly VersionedPartner[],
  after: readonly Partner[],
  { partners }: Pick<Pipeline, 'partners'>,
): Promise<Refusal | undefined> {
  const known = new Map(before.map((versioned) => [versioned.partner.id, versioned]));
  const kept = new Set(after.map(({ id }) => id));
  const limit = pLimit(CONCURRENCY);
  const written = await Promise.all([
    ...after.map((partner) =>
      limit(() => {
        const old = known.get(partner.id);
        const isSame = old !== undefined && isDeepStrictEqual(old.partner, partner);
        return isSame ? 'written' : partners.put(partner, old?.token ?? 0);
      }),
    ),
    ...before
      .filter(({ partner }) => !kept.has(partner.id))
      .map(({ partner, token }) => limit(() => partners.remove(partner.id, token))),
  ]);
  if (!written.includes('refused')) return undefined;
  return failed(
    'partners-changed',
    'somebody else changed partners at the same time',
    'Look at the partners, then try again.',
  );
}
