import type { TextContext } from '../../body/text.ts';
import { defined } from '../../draft/defined.ts';
import { besidesAs, type Drafted, withBesides, withNotes } from '../../draft/draft.ts';
import { baseOf, pageAddress } from '../../item/addresses.ts';
import { draftOf } from '../../item/draft-of-item.ts';
import type { Sign, SignKind } from '../../item/signs.ts';
import { type RichText, type UpstreamItem, firstOf, untyped } from '../../item/upstream-item.ts';
import { commentLinesIn } from '../../markup/comments.ts';
import { parseMarkup } from '../../markup/parse.ts';
import { prepared } from '../../markup/prepare.ts';
import { lineOfField } from '../../markup/line-of-markup.ts';
import { signsOfElements } from '../element-signs.ts';
import { leadPicture } from './lead-picture.ts';
import { linesBeside } from './lines-beside.ts';
import { type PageMetadata, pageMetadata, titleElement } from './page-metadata.ts';
import { readable } from './readable.ts';

/**
 * A whole HTML page. Readability finds the article in it. The metadata of the page (JSON-LD, Open Graph, Dublin Core)
 * gives title, byline, dates, address and picture. Rejections: HTML_TOO_DEEP, and those of `fromHtml`.
 */
export function fromPage(html: string, context: TextContext): Drafted {
  const parsed = parseMarkup(html);
  if (!parsed.ok) return parsed;
  const page = parsed.document;
  const besides = [
    ...commentLinesIn(html).map((text) => ({ text, isComment: true as const })),
    ...linesBeside(page).map((text) => ({ text })),
    ...besidesAs('title', [titleElement(page)]),
  ];
  const hidden = prepared(page, true);
  const metadata = pageMetadata(page);
  const { meta, article } = metadata;
  const { link, notes } = addressOf(metadata, context.base);
  const base = baseOf(link ?? context.base, metadata.base);
  const enclosures = leadPicture(page, metadata, base);
  const found = readable(page, base);
  const title = titleOf(metadata, found?.title);
  const published = firstOf(article?.published, meta.published?.[0], found?.publishedTime);
  const item = defined<UpstreamItem>({
    link,
    notes,
    title: title === undefined ? undefined : { value: title, type: 'text' },
    content: defined<RichText>({
      value: found === undefined ? html : '',
      type: 'html',
      document: found?.content,
      base,
    }),
    summary: untyped(firstOf(article?.description, meta.summary?.[0]), undefined),
    published,
    updated: firstOf(article?.updated, meta.updated?.[0]),
    authors: authorsOf(metadata, found?.byline).map((byline) => ({ byline })),
    categories: [...new Set([...(meta.section ?? []), ...(meta.keywords ?? article?.keywords ?? [])])].map(
      (name) => ({ name }),
    ),
    enclosures,
    feedLanguage: languageTag(firstOf(metadata.language, article?.language, meta.language?.[0])),
    rights: meta.rights?.[0],
    signs: [...signsOf(metadata, published), ...signsOfElements(html)],
    besides: besidesAs('terms', article?.terms ?? []),
  });
  const drafted = withBesides(draftOf(item, context), besides);
  if (found === undefined)
    return withNotes(drafted, ['no article was found in the page; all of its text was taken']);
  const noted = withNotes(drafted, [...parsed.notes, ...hidden.notes, ...found.notes]);
  if (!noted.ok) return noted;
  const removed = [...noted.draft.removed, ...hidden.removed, ...parsed.removed];
  return { ok: true, draft: { ...noted.draft, removed } };
}

/** The address of the page: the first statement of it that is a web address. A relative one may need another one. */
function addressOf(
  { canonical, meta, article, base }: PageMetadata,
  outer?: string,
): { link?: string; notes: string[] } {
  const stated = [canonical, meta.link?.[0], article?.link];
  const around = outer ?? pageAddress(stated, undefined).link;
  // A `base` element applies to the links in the head as well (HTML Standard, section 4.2.3).
  return pageAddress(stated, baseOf(around, base));
}

/** What the page says about publication. */
function signsOf({ meta, article, signs }: PageMetadata, published: string | undefined): Sign[] {
  const sign = (kind: SignKind, name: string, value: string | undefined): Sign[] =>
    value === undefined ? [] : [{ kind, name, value: value.trim() }];
  return [
    ...sign('status', 'creativeWorkStatus', article?.status),
    ...sign('status', 'status', meta.status?.[0]),
    ...sign('signal', 'status', meta.anyStatus?.[0]),
    ...sign('held', 'draft', meta.draft?.[0]),
    ...sign('embargo', 'embargo', meta.embargoed?.[0]),
    ...sign('expiry', 'expires', article?.expires),
    ...sign('expiry', 'article:expiration_time', meta.expires?.[0]),
    ...sign('dated', 'published', published),
    ...signs,
  ];
}

/** What separates a title from the name of a section or site. Chinese and Japanese pages write it without spaces. */
const AFTER_HEADING = /^(?:\s+[|–—·:»-]\s|\s*[｜丨_]\s*\S)/u;
const BEFORE_SITE = /\s*[|｜丨–—·・:：»_/／-]\s*$/u;

/** The headline, without the name of the site after it. */
function titleOf({ meta, article, heading }: PageMetadata, found: string | undefined): string | undefined {
  const title = firstOf(article?.headline, meta.title?.[0], found, heading);
  const site = meta.site?.[0];
  if (title === undefined) return undefined;
  // Some CMSs write character references into JSON-LD: `Bridge &#8211; river`.
  const line = lineOfField(title);
  // The title is the heading followed by a name: take the heading.
  if (heading !== undefined && AFTER_HEADING.test(line.slice(heading.length)) && line.startsWith(heading)) {
    return heading;
  }
  if (site === undefined) return line;
  const end = line.toLowerCase().endsWith(site.toLowerCase()) ? line.slice(0, -site.length) : line;
  const cut = end.replace(BEFORE_SITE, '');
  return end === line || cut === '' || cut === end ? line : cut;
}

function authorsOf({ meta, article }: PageMetadata, found: string | undefined): string[] {
  const named = article?.authors.length
    ? article.authors
    : (meta.author ?? (found === undefined ? [] : [found]));
  return named.filter((name) => !/^https?:/i.test(name)).map((name) => lineOfField(name));
}

/** A language tag. Open Graph writes it as `en_GB`. */
function languageTag(tag: string | undefined): string | undefined {
  const written = tag?.trim().replaceAll('_', '-');
  return written !== undefined && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(written) ? written : undefined;
}
