import { defined } from '../../draft/defined.ts';
import type { Drafted, SourceDefaults } from '../../draft/draft.ts';
import { draftOf } from '../../item/draft-of-item.ts';
import { signsIn } from '../../item/signs.ts';
import { type UpstreamItem, firstOf } from '../../item/upstream-item.ts';
import { isMarkup } from '../../markup/line-of-markup.ts';
import { Members } from '../members.ts';

/** An article in JSON-LD (schema.org `Article` and its subtypes) with its text in `articleBody`. */
export function fromJsonLd(value: unknown, defaults: SourceDefaults): Drafted {
  const article = new Members(value);
  const title = article.text('headline', 'name');
  const summary = article.text('description', 'abstract');
  const body = article.text('articleBody', 'text') ?? '';
  const people = article.names('author');
  const pictures = article.list('image').flatMap((image) => {
    const href = typeof image === 'string' ? image : new Members(image).text('url', 'contentUrl');
    return href === undefined ? [] : [{ href, type: 'image/*' }];
  });
  return draftOf(
    defined<UpstreamItem>({
      id: firstOf(article.text('@id'), article.text('identifier'), article.inner('identifier').text('value')),
      link: article.text('url'),
      title: title === undefined ? undefined : { value: title, type: 'text' },
      summary: summary === undefined ? undefined : { value: summary, type: 'text' },
      content: { value: body, type: isMarkup(body) ? 'html' : 'text' },
      published: article.text('datePublished', 'dateCreated'),
      updated: article.text('dateModified'),
      authors: people.map((byline) => ({ byline })),
      categories: keywordsOf(article).map((name) => ({ name })),
      enclosures: pictures.slice(0, 1),
      language: article.text('inLanguage'),
      rights: article.text('copyrightNotice'),
      signs: [
        ...signsIn(article.entries.filter(([name]) => !/^date(?:Published|Created|Modified)$/.test(name))),
        ...article
          .list('creativeWorkStatus')
          .flatMap((status) =>
            typeof status === 'string'
              ? [{ kind: 'status' as const, name: 'creativeWorkStatus', value: status }]
              : [],
          ),
        { kind: 'dated', name: 'datePublished', value: article.text('datePublished') ?? '' },
      ],
    }),
    defaults,
  );
}

/** Keywords are a list, or one text with commas between them. */
const keywordsOf = (article: Members): string[] => [
  ...new Set(
    article.names('keywords').flatMap((text) => text.split(/\s{0,9}[,;，；]\s{0,9}/u).filter(Boolean)),
  ),
];
