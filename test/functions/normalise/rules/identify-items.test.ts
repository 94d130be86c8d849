import { describe, expect, test } from 'vitest';
import { identifyItems } from '../../../../functions/normalise/rules/identify-items.ts';
import { articleId } from '../../../../shared/domain/identity.ts';
import { type Draft, type Drafted, plainContent, rejected } from '../../../../shared/reading/draft/draft.ts';

const draft = (more: Partial<Draft> = {}): Drafted => ({
  ok: true,
  draft: {
    pubstatus: 'usable',
    content: plainContent({ headline: 'Bridge', body: '<p>It opens.</p>', language: 'en', bylines: [] }),
    removed: [],
    notes: [],
    ...more,
  },
});
const REFUSED: Drafted = { ...rejected('FIELD_TYPE', ''), declaredId: 'own' };

describe('identifyItems', () => {
  test('gives the id of the request to an item only if the submission has no other item', () => {
    const named = { source: 'desk', declaredId: 'requested' };
    const own = { declaredId: 'own' };
    expect(identifyItems([draft(own)], named)).toMatchObject([{ identity: { declaredId: 'requested' } }]);
    expect(identifyItems([REFUSED], named)).toMatchObject([{ identity: { declaredId: 'requested' } }]);
    expect(identifyItems([draft(own), REFUSED], named)).toMatchObject([
      { kind: 'draft', identity: { declaredId: 'own', article: articleId('desk', 'own') } },
      { kind: 'refused', identity: { declaredId: 'own' } },
    ]);
  });

  test('treats two ids that differ in Unicode normal form only as one id', () => {
    const items = ['caf\u00e9', 'cafe\u0301'].map((declaredId) => draft({ declaredId }));
    const identity = { declaredId: 'caf\u00e9', article: articleId('desk', 'caf\u00e9') };
    expect(identifyItems(items, { source: 'desk' })).toMatchObject([{ identity }, { identity }]);
  });

  test.each(['', 'a\u0000b', 'x'.repeat(501)])('refuses a draft with the id %j', (declaredId) => {
    expect(identifyItems([draft({ declaredId })], { source: 'desk' })).toMatchObject([
      { kind: 'refused', rejection: { code: 'FIELD_ID' } },
    ]);
  });

  test('makes an id from the contents if there is no id, and adds a note', () => {
    const [item] = identifyItems([draft()], { source: 'desk' });
    expect(item).toMatchObject({
      identity: { declaredId: expect.stringMatching(/^contents:[0-9a-f]{32}$/) as unknown },
      draft: { notes: [expect.stringContaining('id:') as unknown] },
    });
  });

  test('gives no id to a refused item that declares no id, or to an item that was erased', () => {
    const erased = { erased: articleId('desk', 'own') };
    expect(identifyItems([rejected('JSON_INVALID', ''), erased], { source: 'desk' })).toEqual([
      { kind: 'refused', rejection: { code: 'JSON_INVALID', detail: '' } },
      { kind: 'erased', erased },
    ]);
  });
});
