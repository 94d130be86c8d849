import { decisionBody } from '../../../shared/contract/messages.ts';
import type { RawObject } from '../../../shared/contract/stores.ts';
import { type Decision, decisionProblem } from '../../../shared/domain/decision.ts';
import type { Rejection } from '../../../shared/domain/outcome.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { rejected } from '../../../shared/reading/draft/draft.ts';
import { identitiesNamed, type KnownIdentity } from './identify-items.ts';

/**
 * The decision that a submission of kind `decision` holds, and the article that it is about. `spellings`: the articles
 * that other spellings of the same declared id name.
 */
export function decisionIn({
  envelope: { source, receipt, receivedAt: at, declaredId },
  bytes,
}: RawObject): Result<
  { identity: KnownIdentity; spellings?: KnownIdentity[]; decision: Decision },
  { rejection: Rejection }
> {
  const body = decisionBody.safeParse(parsedJson(bytes));
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

function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
