import { type Instant, laterBy } from '../domain/instant.ts';
import type { Token } from '../domain/token.ts';
import { done, type Done, failed } from './result.ts';

/**
 * How long the old token stays valid after a rotation, so that its holder can enter the new token in its programs.
 */
const GRACE_MINUTES = 24 * 60;

/**
 * What happens to the existing tokens of a partner or a source when it gets a new one. At most two tokens are valid at
 * a time. `beside`: the newest token stays valid for a day. `now`: all existing tokens end at once. `again`: the
 * newest token was lost, so it ends at once; the older token stays valid until its end.
 */
export type Rotation = 'beside' | 'now' | 'again';

/** A token as the rules of a rotation see it. */
type Held = Pick<Token, 'until'> & Partial<Token>;

/**
 * The existing tokens that stay valid beside a new token that is made at `now`, or a failure if it is refused.
 * `holder`: whose tokens they are, such as `partner outlet`.
 */
export function keptBesideNew<Kept extends Held>(
  { holder, tokens }: { holder: string; tokens: readonly Kept[] },
  rotation: Rotation,
  now: Instant,
): Done<Kept[]> {
  const newest = tokens.find(({ until }) => until === undefined);
  const older = tokens.filter(({ until }) => until !== undefined && until > now);
  if (rotation === 'now') return done([]);
  if (rotation === 'again') {
    if (older.length > 0) return done(older);
    return failed(
      'token-single',
      `${holder} has only one token, and it may be in use`,
      'Rotate without replacing the newest token: the old token then stays valid for a day.',
    );
  }
  if (older.length === 0) {
    return done(newest === undefined ? [] : [{ ...newest, until: laterBy(now, GRACE_MINUTES) }]);
  }
  return failed(
    'token-rotated',
    `${holder} got a token at ${newest?.created ?? 'an unknown time'}, and the token before it is valid until ${older[0]?.until ?? ''}`,
    'If the newer token was lost, replace it; the older token stays valid until its end. Or end both tokens at once.',
  );
}
