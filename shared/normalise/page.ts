import { lineOfText } from '../domain/text.ts';
import { namesIn } from './byline-names.ts';
import type { Drafted } from './draft.ts';
import { draftOf } from './feed/to-draft.ts';
import { type Enclosure, type UpstreamItem, baseOf, defined, firstOf } from './feed/upstream.ts';
import { absoluteAddress } from './html/address.ts';
import { parseWithinBounds } from './html/bounds.ts';
import { type PageFacts, pageFacts } from './page/facts.ts';
import { readable } from './page/readable.ts';
import type { TextContext } from './text.ts';

/**
 * A whole HTML page: the article is found in it (Readability), and what the page says of itself (JSON-LD, Open Graph,
 * Dublin Core) gives title, byline, dates, address and picture. Rejections: HTML_TOO_DEEP, and those of a fragment.
 */
export function fromPage(html: string, context: TextContext): Drafted {
  const parsed = parseWithinBounds(html);
  if (!parsed.ok) return parsed;
  const page = parsed.document;
  const facts = pageFacts(page);
  const { meta, article } = facts;
  const link = absolute(
    firstOf(facts.canonical, meta.link?.[0], article?.link),
    // `base` goes for the head's own links as well (HTML Standard, section 4.2.3).
    baseOf(context.base, facts.base),
  );
  const base = baseOf(link ?? context.base, facts.base);
  const found = readable(page, base);
  const title = titleOf(facts, found?.title);
  const item = defined<UpstreamItem>({
    link,
    title: title === undefined ? undefined : { value: title, type: 'text' },
    content: {
      ...(found === undefined ? { value: html } : { value: '', document: found.content }),
      ...{ type: 'html', ...(base !== undefined && { base }) },
    },
    summary: textRich(firstOf(article?.description, meta.summary?.[0])),
    published: firstOf(article?.published, meta.published?.[0], found?.publishedTime),
    updated: firstOf(article?.updated, meta.updated?.[0]),
    authors: authorsOf(facts, found?.byline).map((name) => ({ name })),
    categories: [...new Set([...(meta.section ?? []), ...(meta.keywords ?? article?.keywords ?? [])])].map(
      (name) => ({ name }),
    ),
    enclosures: leadPicture(facts, base),
    feedLanguage: languageTag(firstOf(facts.language, article?.language, meta.language?.[0])),
    rights: meta.rights?.[0],
  });
  const drafted = draftOf(item, context);
  if (!drafted.ok || found !== undefined) return drafted;
  const notes = ['no article stands out in the page; all of its text was taken', ...drafted.draft.notes];
  return { ok: true, draft: { ...drafted.draft, notes } };
}

/** The headline, without the site's name after it. */
function titleOf({ meta, article, heading }: PageFacts, found: string | undefined): string | undefined {
  const title = firstOf(article?.headline, meta.title?.[0], found, heading);
  const site = meta.site?.[0];
  if (title === undefined) return undefined;
  const line = lineOfText(title);
  // The heading is the title where the page's own begins with it and goes on.
  if (
    heading !== undefined &&
    /^\s+[|–—·:»-]\s/u.test(line.slice(heading.length)) &&
    line.startsWith(heading)
  ) {
    return heading;
  }
  if (site === undefined) return title;
  const end = line.toLowerCase().endsWith(site.toLowerCase()) ? line.slice(0, -site.length) : line;
  const cut = end.replace(/\s*[|–—·:»-]\s*$/u, '');
  return end === line || cut === '' || cut === end ? line : cut;
}

function authorsOf({ meta, article }: PageFacts, found: string | undefined): string[] {
  const named = article?.authors.length
    ? article.authors
    : (meta.author ?? (found === undefined ? [] : [found]));
  return named.filter((name) => !/^https?:/i.test(name)).flatMap(namesIn);
}

/** The picture of Open Graph, else that of the structured data; what is said of another is not said of it. */
function leadPicture({ meta, article }: PageFacts, base: string | undefined): Enclosure[] {
  const href = absolute(meta.picture?.[0], base) ?? absolute(article?.picture?.href, base);
  if (href === undefined) return [];
  const about = (picture: string | undefined): boolean => absolute(picture, base) === href;
  const declared = about(article?.picture?.href) ? article?.picture : undefined;
  const shared = about(meta.picture?.[0]) ? meta : {};
  const number = (text: string | undefined): number | undefined =>
    /^\d{1,5}$/.test(text ?? '') ? Number(text) : undefined;
  return [
    defined<Enclosure>({
      href,
      type: shared.pictureType?.find((type) => /^image\//i.test(type)) ?? 'image/*',
      width: number(shared.pictureWidth?.[0]) ?? declared?.width,
      height: number(shared.pictureHeight?.[0]) ?? declared?.height,
      alt: shared.pictureAlt?.[0],
      caption: declared?.caption,
    }),
  ];
}

function absolute(address: string | undefined, base: string | undefined): string | undefined {
  const url = address === undefined ? undefined : absoluteAddress(address, base);
  return url !== undefined && /^https?:/.test(url) ? url : undefined;
}

/** Open Graph writes `en_GB`. */
function languageTag(tag: string | undefined): string | undefined {
  const written = tag?.trim().replaceAll('_', '-');
  return written !== undefined && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(written) ? written : undefined;
}

function textRich(value: string | undefined): UpstreamItem['summary'] {
  return value === undefined ? undefined : { value, type: 'text' };
}
