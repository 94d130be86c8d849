import { describe, expect, test } from 'vitest';
import type { SelectorFacts } from '../../shared/domain/article.ts';
import { type Selector, selects } from '../../shared/domain/channel.ts';

/** The article of the examples in docs/selectors.md. */
const facts: SelectorFacts = {
  source: 'desk',
  language: 'zh-Hant',
  subjects: ['Culture', 'arts, culture, entertainment and media'],
  subjectUris: ['medtop:20000002'],
  genres: ['Opinion'],
  places: ['Taipei'],
  urgency: 4,
  headline: 'The bridge, it’s re-opened: O’Neil speaks at 橋重新開放',
};

describe('a selector', () => {
  test.each<[Selector, boolean]>([
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ all: [{ source: 'desk' }, { not: { genre: 'opinion' } }] }, false],
    [{ any: [{ subject: 'sport' }, { place: 'taipei' }] }, true],
    [{ source: 'Desk' }, false],
    [{ subject: 'culture' }, true],
    [{ subject: 'cult' }, false],
    [{ subject: 'medtop:20000002' }, true],
    [{ subject: 'MEDTOP:20000002' }, true],
    [{ subject: 'medtop:2000000' }, false],
    [{ genre: 'OPINION' }, true],
    [{ language: 'zh' }, true],
    [{ language: 'ZH-hant' }, true],
    [{ language: 'zh-Hant-TW' }, false],
    [{ language: 'z' }, false],
    [{ urgency: 4 }, true],
    [{ urgency: 3 }, false],
    [{ words: 'bridge' }, true],
    [{ words: 'bridge,' }, true],
    [{ words: 'speaks,BRIDGE' }, true],
    [{ words: 'bridge tunnel' }, false],
    [{ words: 'bridg' }, false],
    [{ words: 're-opened' }, true],
    [{ words: 'opened' }, false],
    [{ words: 'O’Neil' }, true],
    [{ words: '重新' }, true],
    [{ words: '橋，開放' }, true],
    [{ words: ',' }, false],
    [{ not: { words: ',' } }, true],
  ])('%o selects the article: %s', (selector, expected) => {
    expect(selects(selector, facts)).toBe(expected);
  });

  test('by urgency does not select an article without urgency', () => {
    const { urgency: _, ...without } = facts;
    expect(selects({ urgency: 9 }, without)).toBe(false);
  });

  test('finds a subject by its name, but not by its code, in a stored head that has no codes of subjects', () => {
    const { subjectUris: _, ...old } = facts;
    expect([selects({ subject: 'medtop:20000002' }, old), selects({ subject: 'culture' }, old)]).toEqual([
      false,
      true,
    ]);
  });
});
