import { expect, test } from 'vitest';
import type { ArticleContent } from '../../shared/domain/article.ts';
import type { Conditioned } from '../../shared/formats/condition.ts';
import { condition, differingLanguage } from '../../shared/formats/condition.ts';
import type { FeedItem } from '../../shared/formats/format.ts';
import { golden, write } from './reading.ts';

const { head, items } = golden('plain');
const [item] = items as [FeedItem];

function conditioned(content: Partial<ArticleContent>, more: Partial<FeedItem> = {}): Conditioned {
  const result = condition({ ...item, ...more, content: { ...item.content, ...content } });
  if (!result.ok) throw new Error(result.reason);
  return result.item;
}

test('one author per name, with every role once', () => {
  const bylines = [
    { name: 'A. Example', role: 'Text' },
    { name: 'B. Example' },
    { name: ' A.  Example', role: 'Editing' },
    { name: 'A. Example', role: 'Text' },
  ];
  expect(conditioned({ bylines }).authors).toEqual([
    { name: 'A. Example', roles: ['Text', 'Editing'] },
    { name: 'B. Example', roles: [] },
  ]);
});

test('one subject per name; the first says what it is', () => {
  const subjects = [{ name: 'Libraries', uri: 'medtop:1' }, { name: ' Libraries ' }, { name: '' }];
  expect(conditioned({ subjects }).subjects).toEqual([{ name: 'Libraries', uri: 'medtop:1' }]);
});

test.each(['', 'English (UK)', 'zh_Hant', 'x"y'])('%j is no language tag and is not written', (language) => {
  expect(conditioned({ language }).language).toBeUndefined();
  const odd = { ...item, content: { ...item.content, language } };
  expect(write('atom', head, [odd])).toBe(write('atom', head, [item]));
});

test('language tags compare without regard to case (RFC 5646 section 2.1.1)', () => {
  expect(differingLanguage(conditioned({ language: 'zh-hant' }), 'zh-Hant')).toBeUndefined();
  expect(differingLanguage(conditioned({ language: 'zh-hans' }), 'zh-Hant')).toBe('zh-hans');
});

test('changes within the second of publication are no change', () => {
  const { published, updated } = conditioned({}, { updated: item.published.replace('.000Z', '.750Z') });
  expect(updated.getTime()).toBe(published.getTime());
});

test('the body keeps its meaning: `]]>` escaped, line ends as XML has them, controls gone', () => {
  expect(conditioned({ body: '<p>a]]>b\r\nc\rd\u0003</p>' }).html).toBe('<p>a]]&gt;b\nc\nd</p>');
});
