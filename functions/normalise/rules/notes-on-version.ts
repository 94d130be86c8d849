import type { Revision } from '../../../shared/domain/article.ts';
import { sameAs } from '../../../shared/domain/head.ts';
import { hasSameBasis, type OrderBasis } from '../../../shared/domain/order.ts';

export interface VersionedRevision {
  /** The version number that the sender gave. */
  declaredVersion: string | undefined;
  own: Revision;
  /** The article's revisions that were read, newest first, including `own`. */
  newestFirst: readonly Revision[];
  /** How the source orders its revisions. */
  order: OrderBasis;
}

/**
 * A note if the sender used a version number again for other contents. The revision that was received later is the
 * newer one, but the sender probably meant to increase the number.
 */
export function notesOnVersion({ declaredVersion, own, newestFirst, order }: VersionedRevision): string[] {
  if (order !== 'version' || declaredVersion === undefined) return [];
  const before = newestFirst[newestFirst.findIndex(({ version }) => version === own.version) + 1];
  if (before === undefined || own.version <= before.version) return [];
  if (sameAs(own, before) || !hasSameBasis(own.version, before.version)) return [];
  return [`version ${declaredVersion} was received before with other contents; the later one counts`];
}
