import type { Drafted } from '../../draft/draft.ts';
import { draftOf, lineOfRich } from '../../item/to-draft.ts';
import { type UpstreamItem, baseOf, defined, firstOf, untyped } from '../../item/upstream-item.ts';
import { parseWithinBounds } from '../../markup/bounds.ts';
import { type PageFacts, pageFacts } from './facts.ts';
import { absolute, leadPicture } from './lead-picture.ts';
import { readable } from './readable.ts';
import type { TextContext } from '../../body/text.ts';

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
  const enclosures = leadPicture(page, facts, base);
  const found = readable(page, base);
  const title = titleOf(facts, found?.title);
  const item = defined<UpstreamItem>({
    link,
    title: title === undefined ? undefined : { value: title, type: 'text' },
    content: {
      ...(found === undefined ? { value: html } : { value: '', document: found.content }),
      ...{ type: 'html', ...(base !== undefined && { base }) },
    },
    summary: untyped(firstOf(article?.description, meta.summary?.[0]), undefined),
    published: firstOf(article?.published, meta.published?.[0], found?.publishedTime),
    updated: firstOf(article?.updated, meta.updated?.[0]),
    authors: authorsOf(facts, found?.byline).map((byline) => ({ byline })),
    categories: [...new Set([...(meta.section ?? []), ...(meta.keywords ?? article?.keywords ?? [])])].map(
      (name) => ({ name }),
    ),
    enclosures,
    feedLanguage: languageTag(firstOf(facts.language, article?.language, meta.language?.[0])),
    rights: meta.rights?.[0],
  });
  const drafted = draftOf(item, context);
  if (!drafted.ok || found !== undefined) return drafted;
  const notes = ['no article stands out in the page; all of its text was taken', ...drafted.draft.notes];
  return { ok: true, draft: { ...drafted.draft, notes } };
}

/** What stands between a title and a section's or the site's name; Chinese and Japanese pages set it without blanks. */
const AFTER_HEADING = /^(?:\s+[|–—·:»-]\s|\s*[｜丨_]\s*\S)/u;
const BEFORE_SITE = /\s*[|｜丨–—·・:：»_/／-]\s*$/u;

/** The headline, without the site's name after it. */
function titleOf({ meta, article, heading }: PageFacts, found: string | undefined): string | undefined {
  const title = firstOf(article?.headline, meta.title?.[0], found, heading);
  const site = meta.site?.[0];
  if (title === undefined) return undefined;
  // Content systems write character references where JSON has none: Bridge &#8211; river.
  const line = lineOfRich({ value: title, type: 'html' });
  // The heading is the title where the page's own begins with it and goes on.
  if (heading !== undefined && AFTER_HEADING.test(line.slice(heading.length)) && line.startsWith(heading)) {
    return heading;
  }
  if (site === undefined) return line;
  const end = line.toLowerCase().endsWith(site.toLowerCase()) ? line.slice(0, -site.length) : line;
  const cut = end.replace(BEFORE_SITE, '');
  return end === line || cut === '' || cut === end ? line : cut;
}

function authorsOf({ meta, article }: PageFacts, found: string | undefined): string[] {
  const named = article?.authors.length
    ? article.authors
    : (meta.author ?? (found === undefined ? [] : [found]));
  return named
    .filter((name) => !/^https?:/i.test(name))
    .map((name) => lineOfRich({ value: name, type: 'html' }));
}

/** Open Graph writes `en_GB`. */
function languageTag(tag: string | undefined): string | undefined {
  const written = tag?.trim().replaceAll('_', '-');
  return written !== undefined && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(written) ? written : undefined;
}
