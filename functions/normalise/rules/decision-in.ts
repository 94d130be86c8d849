import { decisionBody } from '../../../shared/contract/messages.ts';
import type { RawObject } from '../../../shared/contract/stores.ts';
import { type Decision, decisionProblem, isKnownAction } from '../../../shared/domain/decision.ts';
import type { Rejection } from '../../../shared/domain/outcome.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { rejected } from '../../../shared/reading/draft/draft.ts';
import { identitiesNamed, type KnownIdentity } from './identify-items.ts';

/**
 * Throws for a decision that a newer version stored. Otherwise the decision that a submission of kind `decision` holds, and the article that it is about. `spellings`: the articles
 * that other spellings of the same declared id name.
 */
export function decisionIn({
  envelope: { source, receipt, receivedAt: at, declaredId },
  bytes,
}: RawObject): Result<
  { identity: KnownIdentity; spellings?: KnownIdentity[]; decision: Decision },
  { rejection: Rejection }
> {
  const parsed = parsedJson(bytes);
  const body = decisionBody.safeParse(parsed);
  if (!body.success && isNewer(parsed))
    throw new Error('the decision was stored by a newer version of Wiredesk, and is not understood');
  if (!body.success) return rejected('FIELD_TYPE', 'not a decision');
  const { article: namedArticle, ...decision } = body.data;
  const problem = decisionProblem(decision);
  if (problem !== undefined) return rejected('FIELD_TYPE', problem);
  const named: KnownIdentity[] = namedArticle === undefined ? [] : [{ article: namedArticle, source }];
  const [identity, ...spellings] = declaredId === undefined ? named : identitiesNamed(declaredId, source);
  if (identity === undefined) return rejected('FIELD_TYPE', 'the decision names no article');
  return {
    ok: true,
    identity,
    decision: { ...decision, at, receipt },
    ...(spellings.length > 0 && { spellings }),
  };
}

/**
 * Whether a newer version may have stored the decision: it has an action, and the action or another member is not
 * known. Its message is tried again and ends as a dead letter, so that the newer version can read it after a redrive.
 */
function isNewer(parsed: unknown): boolean {
  if (typeof parsed !== 'object' || parsed === null || !('action' in parsed)) return false;
  const { action } = parsed;
  if (typeof action !== 'string') return false;
  return (
    !isKnownAction(action) || Object.keys(parsed).some((name) => !Object.hasOwn(decisionBody.shape, name))
  );
}

function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
