import { type PartnerId, sha256 } from '../../domain/identity.ts';
import { type Instant, instantOf, laterBy } from '../../domain/instant.ts';
import type { Partner, PartnerToken } from '../../domain/partner.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done, failed } from '../result.ts';
import type { Waiting } from '../waiting.ts';
import { changePartner } from './change-partners.ts';

/**
 * How long the old token stays valid after a rotation, so that the partner can enter the new token in its programs.
 */
const GRACE_MINUTES = 24 * 60;

/**
 * What happens to a partner's existing tokens when it gets a new one. `beside`: the newest token stays valid for a
 * day. `now`: all existing tokens end at once. `again`: the newest token was lost, so it ends at once; the older
 * token stays valid until its end.
 */
export type Rotation = 'beside' | 'now' | 'again';

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

/** The existing tokens that stay valid beside a new token that is made at `now`, or a failure if it is refused. */
export function keptTokens({ id, tokens }: Partner, rotation: Rotation, now: Instant): Done<PartnerToken[]> {
  const newest = tokens.find(({ until }) => until === undefined);
  const older = tokens.filter(({ until }) => until !== undefined && until > now);
  if (rotation === 'now') return done([]);
  if (rotation === 'again') {
    if (older.length > 0) return done(older);
    return failed(
      'token-single',
      `partner ${id} has only one token, and it may be in use`,
      'Rotate without replacing the newest token: the old token then stays valid for a day.',
    );
  }
  if (older.length === 0) {
    return done(newest === undefined ? [] : [{ ...newest, until: laterBy(now, GRACE_MINUTES) }]);
  }
  return failed(
    'token-rotated',
    `partner ${id} got a token at ${newest?.created ?? ''}, and the token before it is valid until ${older[0]?.until ?? ''}`,
    'If the newer token was lost, replace it; the older token stays valid until its end. Or end both tokens at once.',
  );
}
