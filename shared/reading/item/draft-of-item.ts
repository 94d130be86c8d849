import type { ArticleContent, Association, Subject } from '../../domain/article.ts';
import { parseLanguageTag } from '../../domain/language-tag.ts';
import { fromDocument, fromHtml } from '../body/html.ts';
import { fromText } from '../body/text.ts';
import { Dating } from '../dates/dating.ts';
import { defined } from '../draft/defined.ts';
import { type Draft, type Drafted, type SourceDefaults, rejected, withBesides } from '../draft/draft.ts';
import { mergedAssociations } from '../markup/associations.ts';
import { parseMarkup } from '../markup/parse.ts';
import { reduced } from '../markup/reduce.ts';
import { withoutRedirect } from '../markup/redirects.ts';
import { lineOfField, lineOfMarkup } from '../markup/line-of-markup.ts';
import { withoutFeedFooter } from '../prose/boilerplate/rules/feed-footers.ts';
import {
  isSamePerson,
  type People,
  peopleInByline,
  peopleInName,
  withoutSamePerson,
} from '../prose/credits/byline-names.ts';
import { associationsOf } from './enclosures.ts';
import { type Enclosure, type UpstreamItem, type UpstreamPerson, asMeant } from './upstream-item.ts';
import { withSigns } from './with-signs.ts';

/**
 * Turns an item into a draft, and applies the signs of the item. An item with neither a title nor contents is
 * rejected (FIELD_MISSING), unless its signs cancel it.
 */
export function draftOf(item: UpstreamItem, defaults: SourceDefaults): Drafted {
  const drafted = readItem(item, defaults);
  const named = drafted.ok || item.id === undefined ? drafted : { ...drafted, declaredId: item.id };
  const signed = withSigns(named, item.signs ?? [], defaults);
  return withBesides(signed, item.besides ?? []);
}

function readItem(sent: UpstreamItem, defaults: SourceDefaults): Drafted {
  const headline = sent.title === undefined ? '' : lineOfField(sent.title.value, sent.title.type);
  const texts = {
    content: sent.content && asMeant(sent.content),
    summary: sent.summary && asMeant(sent.summary),
  };
  const item = defined<UpstreamItem>({
    ...sent,
    ...linkOf(sent),
    content: texts.content?.text,
    summary: texts.summary?.text,
  });
  const meant = [...new Set([...(texts.content?.notes ?? []), ...(texts.summary?.notes ?? [])])];
  const hasText = item.content !== undefined || item.summary !== undefined;
  if (headline === '' && !hasText) return rejected('FIELD_MISSING', 'neither a title nor contents');
  const body = bodyOf(item, headline, defaults);
  if (!body.ok) return body;
  const { draft } = body;
  const dating = new Dating(defaults.receivedAt, languageOf(item, defaults), {
    timeZone: defaults.timeZone,
    isFeed: item.isOfFeed,
  });
  const published = dating.read('published', item.published);
  const updated = dating.read('updated', item.updated);
  const summary =
    item.content === undefined || item.summary === undefined
      ? ''
      : withoutFeedFooter(lineOfMarkup(item.summary.value, item.summary.type));
  const people = item.authors.map((person) => peopleOf(person, draft.content.language));
  const bylines = withoutSamePerson(people.flatMap((named) => named.bylines));
  const { associations, notes } = associationsOf([
    ...item.enclosures,
    ...pictureInSummary(item, draft.content.associations),
  ]);
  const content = defined<ArticleContent>({
    ...draft.content,
    language: parseLanguageTag(item.language ?? '') ?? draft.content.language,
    bylines: [
      ...bylines,
      ...draft.content.bylines.filter(({ name }) => !bylines.some((own) => isSamePerson(own.name, name))),
    ],
    summary: summary === '' ? draft.content.summary : summary,
    link: item.link,
    subjects: item.categories.flatMap(subjectOf),
    associations: mergedAssociations(associations, draft.content.associations),
    copyrightnotice: item.rights === undefined ? undefined : lineOfField(item.rights),
    territory: item.territory,
    firstcreated: published ?? updated,
  });
  return {
    ok: true,
    draft: defined<Draft>({
      ...draft,
      declaredId: item.id,
      otherIds: item.otherIds,
      versioncreated: updated ?? published,
      content,
      notes: [
        ...(item.notes ?? []),
        ...meant,
        ...dating.notes,
        ...noteOnNobody(people.flatMap((named) => named.left)),
        ...notes,
        ...draft.notes,
      ],
    }),
  };
}

/**
 * The link of an item, and the address in it if it leads through a known redirect, such as the links of Google Alerts.
 * An item without an id was named by the link as it was sent.
 */
function linkOf({ id, link, otherIds = [] }: UpstreamItem): Pick<UpstreamItem, 'link' | 'otherIds'> {
  const target = withoutRedirect(link);
  const before = id === undefined && link !== undefined && target !== link ? [link] : [];
  const others = [...otherIds, ...before];
  return defined<Pick<UpstreamItem, 'link' | 'otherIds'>>({
    link: target,
    otherIds: others.length > 0 ? others : undefined,
  });
}

/** The language to assume while the text is read: the language of the item, of its feed, or of the source. */
function languageOf({ language, feedLanguage }: UpstreamItem, defaults: SourceDefaults): string {
  return parseLanguageTag(language ?? '') ?? parseLanguageTag(feedLanguage ?? '') ?? defaults.language;
}

function bodyOf(item: UpstreamItem, headline: string, defaults: SourceDefaults): Drafted {
  const main = item.content ?? item.summary;
  const base = main?.base ?? item.link ?? defaults.base;
  const context = {
    ...defaults,
    language: languageOf(item, defaults),
    ...(base !== undefined && { base }),
    ...(headline !== '' && { headline }),
    ...(item.link !== undefined && { link: item.link }),
  };
  if (main?.document !== undefined) return fromDocument(main.document, context);
  return main?.type === 'html' ? fromHtml(main.value, context) : fromText(main?.value ?? '', context);
}

/**
 * The first picture of a summary, if neither the contents nor the enclosures have one. Many feeds put the lead picture
 * of an article into its description.
 */
function pictureInSummary(
  { content, summary, enclosures }: UpstreamItem,
  inBody: Association[],
): Enclosure[] {
  const hasPicture =
    enclosures.some(({ type = '' }) => !/^(?:audio|video|application|text)\b/i.test(type)) ||
    inBody.some(({ contenttype = 'image/*' }) => contenttype.startsWith('image/'));
  if (content === undefined || summary?.type !== 'html' || hasPicture) return [];
  const parsed = parseMarkup(summary.value);
  if (!parsed.ok) return [];
  const { base } = summary;
  const { associations } = reduced(parsed.document, defined({ base }));
  const [picture] = associations.filter(({ contenttype = 'image/*' }) => contenttype.startsWith('image/'));
  return picture === undefined ? [] : [{ ...picture, type: picture.contenttype ?? 'image/*' }];
}

/**
 * The people whom one author field names. The e-mail address is used if there is no name: RSS names people by their
 * addresses.
 */
function peopleOf({ name, email, role, byline }: UpstreamPerson, language: string): People {
  const shown = lineOfField(name ?? email ?? '');
  const people =
    byline === undefined ? peopleInName(shown, language) : peopleInByline(lineOfField(byline), language);
  if (role === undefined) return people;
  return { ...people, bylines: people.bylines.map((person) => ({ role, ...person })) };
}

/** How many characters of a part that names no person are quoted in a note. */
const QUOTED = 60;

/** A note on the parts of author fields that name no person, such as an outlet or a date. */
export function noteOnNobody(parts: readonly string[]): string[] {
  const left = [...new Set(parts)];
  const [first] = left;
  if (first === undefined) return [];
  const more = left.length > 1 ? ` and ${left.length - 1} more` : '';
  const quoted = first.length > QUOTED ? `${first.slice(0, QUOTED)}…` : first;
  return [`author: "${quoted}"${more} names no person and was left out`];
}

function subjectOf({ name, uri }: { name: string; uri?: string }): Subject[] {
  const label = lineOfField(name);
  return label === '' ? [] : [{ name: label, ...(uri !== undefined && { uri: uri.trim() }) }];
}
