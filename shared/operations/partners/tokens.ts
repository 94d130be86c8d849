import { type PartnerId, sha256 } from '../../domain/identity.ts';
import { type Instant, instantOf, laterBy } from '../../domain/instant.ts';
import type { Partner, PartnerToken } from '../../domain/partner.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done, failed } from '../result.ts';
import type { Waiting } from '../waiting.ts';
import { changePartner } from './change-partners.ts';

/** How long the old token stays valid after a rotation, so that the partner can change its readers. */
const GRACE_MINUTES = 24 * 60;

/**
 * What happens to the existing tokens. `beside`: the token in use stays valid for a day. `now`: all tokens end at
 * once. `again`: the newest token was lost and is replaced; the older token stays valid until its end.
 */
export type Rotation = 'beside' | 'now' | 'again';

/**
 * Makes a new token for a partner. At most two tokens are valid at a time. While an older token is still valid, only
 * `now` and `again` are possible: either the partner still reads with the older token, or the newest token never
 * reached the partner, and only a person knows which. `oldUntil`: when the older token ends; null if there is none.
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

/** The older tokens that stay valid beside a token that is made at `now`. */
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
