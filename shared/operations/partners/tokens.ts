import { type PartnerId, sha256 } from '../../domain/identity.ts';
import { type Instant, instantOf } from '../../domain/instant.ts';
import type { Partner } from '../../domain/partner.ts';
import type { Token } from '../../domain/token.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done } from '../result.ts';
import { keptBesideNew, type Rotation } from '../rotation.ts';
import type { Waiting } from '../waiting.ts';
import { changePartner } from './change-partners.ts';

export type { Rotation } from '../rotation.ts';

/**
 * Makes a new token for a partner. At most two tokens are valid at a time. While an older token is still valid,
 * `beside` is refused, because it would end a token that the partner may still use. A person must choose `now` or
 * `again`. `oldUntil`: when the older token ends; null if there is none.
 */
export async function rotateToken(
  pipeline: Pipeline,
  { id, rotation }: { id: PartnerId; rotation: Rotation },
  waiting: Waiting,
): Promise<Done<{ partner: Partner; token: string; oldUntil: string | null }>> {
  const token = pipeline.newToken();
  const created = instantOf(pipeline.now());
  const edit = (partner: Partner): Done<Partner> => {
    const kept = keptTokens(partner, rotation, created);
    if (!kept.ok) return kept;
    return done({ ...partner, tokens: [{ hash: sha256(token), created }, ...kept.value] });
  };
  const changed = await changePartner(pipeline, { id, edit }, waiting);
  if (!changed.ok) return changed;
  return done({ partner: changed.value, token, oldUntil: changed.value.tokens[1]?.until ?? null });
}

/** The partner's tokens that stay valid beside a new token that is made at `now`, or a failure if it is refused. */
export function keptTokens({ id, tokens }: Partner, rotation: Rotation, now: Instant): Done<Token[]> {
  return keptBesideNew({ holder: `partner ${id}`, tokens }, rotation, now);
}
