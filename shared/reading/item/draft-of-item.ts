import type { ArticleContent, Byline, Subject } from '../../domain/article.ts';
import { parseLanguageTag } from '../../domain/language-tag.ts';
import { fromDocument, fromHtml } from '../body/html.ts';
import { fromText } from '../body/text.ts';
import { Dating } from '../dates/dating.ts';
import { defined } from '../draft/defined.ts';
import { type Draft, type Drafted, type SourceDefaults, rejected } from '../draft/draft.ts';
import { mergedAssociations } from '../markup/associations.ts';
import { lineOfField, lineOfMarkup } from '../markup/line-of-markup.ts';
import { withoutFeedFooter } from '../prose/boilerplate/rules/feed-footers.ts';
import { bylinesIn, creditedIn } from '../prose/credits/byline-names.ts';
import { associationsOf } from './enclosures.ts';
import { type UpstreamItem, type UpstreamPerson, asMeant } from './upstream-item.ts';

/** Turns an item into a draft. An item with neither a title nor contents is rejected (FIELD_MISSING). */
export function draftOf(item: UpstreamItem, defaults: SourceDefaults): Drafted {
  const drafted = readItem(item, defaults);
  return drafted.ok || item.id === undefined ? drafted : { ...drafted, declaredId: item.id };
}

function readItem(sent: UpstreamItem, defaults: SourceDefaults): Drafted {
  const headline = sent.title === undefined ? '' : lineOfField(sent.title.value, sent.title.type);
  const texts = {
    content: sent.content && asMeant(sent.content),
    summary: sent.summary && asMeant(sent.summary),
  };
  const item = defined<UpstreamItem>({ ...sent, content: texts.content?.text, summary: texts.summary?.text });
  const meant = [...new Set([...(texts.content?.notes ?? []), ...(texts.summary?.notes ?? [])])];
  const hasText = item.content !== undefined || item.summary !== undefined;
  if (headline === '' && !hasText) return rejected('FIELD_MISSING', 'neither a title nor contents');
  const body = bodyOf(item, headline, defaults);
  if (!body.ok) return body;
  const { draft } = body;
  const dating = new Dating(defaults.receivedAt, languageOf(item, defaults));
  const published = dating.read('published', item.published);
  const updated = dating.read('updated', item.updated);
  const summary =
    item.content === undefined || item.summary === undefined
      ? ''
      : withoutFeedFooter(lineOfMarkup(item.summary.value, item.summary.type));
  const bylines = item.authors.flatMap((person) => bylinesOf(person, draft.content.language));
  const { associations, notes } = associationsOf(item.enclosures);
  const content = defined<ArticleContent>({
    ...draft.content,
    language: parseLanguageTag(item.language ?? '') ?? draft.content.language,
    bylines: [
      ...bylines,
      ...draft.content.bylines.filter(({ name }) => !bylines.some((own) => own.name === name)),
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
      versioncreated: updated ?? published,
      content,
      notes: [...meant, ...dating.notes, ...notes, ...draft.notes],
    }),
  };
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
  };
  if (main?.document !== undefined) return fromDocument(main.document, context);
  return main?.type === 'html' ? fromHtml(main.value, context) : fromText(main?.value ?? '', context);
}

/** The bylines of a person. The e-mail address is used if there is no name: RSS names people by their addresses. */
function bylinesOf({ name, email, role, byline }: UpstreamPerson, language: string): Byline[] {
  if (byline !== undefined) {
    const people = bylinesIn(lineOfField(byline), language);
    return role === undefined ? people : people.map((person) => ({ role, ...person }));
  }
  const shown = lineOfField(name ?? email ?? '');
  if (role === undefined) return creditedIn(shown, language);
  return shown === '' ? [] : [{ name: shown, role }];
}

function subjectOf({ name, uri }: { name: string; uri?: string }): Subject[] {
  const label = lineOfField(name);
  return label === '' ? [] : [{ name: label, ...(uri !== undefined && { uri: uri.trim() }) }];
}
