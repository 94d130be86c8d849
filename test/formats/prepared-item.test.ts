import { expect, test } from 'vitest';
import type { ArticleContent } from '../../shared/domain/article.ts';
import type { PreparedItem } from '../../shared/formats/prepared-item.ts';
import { differingLanguage, prepareItem } from '../../shared/formats/prepared-item.ts';
import type { FeedItem } from '../../shared/formats/format.ts';
import { golden, write } from './reading.ts';

const { head, items } = golden('plain');
const [item] = items as [FeedItem];

function prepared(content: Partial<ArticleContent>, more: Partial<FeedItem> = {}): PreparedItem {
  const result = prepareItem({ ...item, ...more, content: { ...item.content, ...content } });
  if (!result.ok) throw new Error(result.reason);
  return result.item;
}

test('there is one author for each name, with each role once', () => {
  const bylines = [
    { name: 'A. Example', role: 'Text' },
    { name: 'B. Example' },
    { name: ' A.  Example', role: 'Editing' },
    { name: 'A. Example', role: 'Text' },
  ];
  expect(prepared({ bylines }).authors).toEqual([
    { name: 'A. Example', roles: ['Text', 'Editing'] },
    { name: 'B. Example', roles: [] },
  ]);
});

test('there is one subject for each name; if a name comes twice, the first subject is used', () => {
  const subjects = [{ name: 'Libraries', uri: 'medtop:1' }, { name: ' Libraries ' }, { name: '' }];
  expect(prepared({ subjects }).subjects).toEqual([{ name: 'Libraries', uri: 'medtop:1' }]);
});

test.each(['', 'English (UK)', 'zh_Hant', 'x"y'])(
  '%j is not a language tag and is not written',
  (language) => {
    expect(prepared({ language }).language).toBeUndefined();
    const odd = { ...item, content: { ...item.content, language } };
    expect(write('atom', head, [odd])).toBe(write('atom', head, [item]));
  },
);

test('language tags are compared without case (RFC 5646 section 2.1.1)', () => {
  expect(differingLanguage(prepared({ language: 'zh-hant' }), 'zh-Hant')).toBeUndefined();
  expect(differingLanguage(prepared({ language: 'zh-hans' }), 'zh-Hant')).toBe('zh-hans');
});

test('a change in the same second as the publication has the date of publication', () => {
  const { published, updated } = prepared({}, { updated: item.published.replace('.000Z', '.750Z') });
  expect(updated.getTime()).toBe(published.getTime());
});

test('the body keeps its meaning: `]]>` is escaped, line ends are line feeds, control characters are left out', () => {
  expect(prepared({ body: '<p>a]]>b\r\nc\rd\u0003</p>' }).html).toBe('<p>a]]&gt;b\nc\nd</p>');
});
