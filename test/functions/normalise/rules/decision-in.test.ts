import { expect, test } from 'vitest';
import { decisionIn } from '../../../../functions/normalise/rules/decision-in.ts';
import type { RawObject } from '../../../../shared/contract/stores.ts';
import { articleId } from '../../../../shared/domain/identity.ts';
import { asInstant, receiptIdOf } from '../../../support/ids.ts';

const AT = '2026-04-13T09:00:00.000Z';
const object = (body: string, declaredId?: string): RawObject => ({
  envelope: {
    kind: 'decision',
    source: 'desk',
    receipt: receiptIdOf('r'),
    receivedAt: asInstant(AT),
    mediaType: 'x',
    ...(declaredId !== undefined && { declaredId }),
  },
  bytes: Buffer.from(body),
});
const kill = { action: 'kill', by: 'Jane Roe' };

test('a decision names its article by the declared id in the envelope, or after an erasure by the article id in the body', () => {
  const article = articleId('desk', 'a');
  const decision = { ...kill, at: AT, receipt: 'r' };
  expect(decisionIn(object(JSON.stringify(kill), 'a'))).toEqual({
    ok: true,
    identity: { article, source: 'desk', declaredId: 'a' },
    decision,
  });
  expect(decisionIn(object(JSON.stringify({ ...kill, article })))).toEqual({
    ok: true,
    identity: { article, source: 'desk' },
    decision,
  });
});

test.each([
  ['{"action"', 'not a decision'],
  ['{"action":"kill"}', 'not a decision'],
  [JSON.stringify({ ...kill, action: 'withdraw' }), 'withdraw needs a channel or a partner'],
  [JSON.stringify(kill), 'the decision names no article'],
])('%s is rejected: %s', (body, detail) => {
  const article = detail.includes('names no') ? undefined : 'a';
  expect(decisionIn(object(body, article))).toMatchObject({
    ok: false,
    rejection: { code: 'FIELD_TYPE', detail },
  });
});
