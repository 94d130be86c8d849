import { describe, expect, test } from 'vitest';
import { articleId, articleUri } from '../../../shared/domain/identity.ts';
import { articleReferred, declaredIn } from '../../../shared/operations/articles/find-article.ts';

const ARTICLE = articleId('desk', 'flood:2026');

describe('a reference to an article', () => {
  test.each([ARTICLE, articleUri(ARTICLE), 'desk:flood:2026'])(
    'is its id, its uri or SOURCE:ID: %s',
    (text) => {
      expect(articleReferred(text)).toEqual({ ok: true, value: ARTICLE });
    },
  );

  test('is refused in any other form', () => {
    expect(articleReferred('flood')).toMatchObject({ failure: { code: 'article-reference' } });
  });

  test('must be SOURCE:ID for an article that has not arrived yet', () => {
    expect(declaredIn('desk:flood:2026')).toEqual({
      ok: true,
      value: { source: 'desk', declaredId: 'flood:2026' },
    });
    expect(declaredIn(articleUri(ARTICLE))).toMatchObject({ failure: { code: 'article-unknown' } });
    expect(declaredIn('desk:')).toMatchObject({ failure: { code: 'article-reference' } });
  });
});
