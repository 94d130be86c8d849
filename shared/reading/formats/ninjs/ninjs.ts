import type { ArticleContent, Byline } from '../../../domain/article.ts';
import { type Instant, parseInstant } from '../../../domain/instant.ts';
import { parseLanguageTag } from '../../../domain/language-tag.ts';
import { isOrderableVersion } from '../../../domain/order.ts';
import { fromHtml } from '../../body/html.ts';
import { fromText } from '../../body/text.ts';
import { isAhead } from '../../dates/dating.ts';
import { knownDate } from '../../dates/unknown.ts';
import { defined } from '../../draft/defined.ts';
import {
  type Draft,
  type Drafted,
  noteToEditors,
  plainContent,
  rejected,
  type SourceDefaults,
  withBesides,
  withNotes,
} from '../../draft/draft.ts';
import { noteOnNobody } from '../../item/draft-of-item.ts';
import { associationsOf } from '../../item/enclosures.ts';
import { Judge } from '../../item/judgement.ts';
import { urgencyOf } from '../../item/news-metadata.ts';
import { signsIn } from '../../item/signs.ts';
import { asMeant } from '../../item/upstream-item.ts';
import { withSigns } from '../../item/with-signs.ts';
import { mergedAssociations } from '../../markup/associations.ts';
import { peopleInByline, isSamePerson } from '../../prose/credits/byline-names.ts';
import { lineOfField } from '../../markup/line-of-markup.ts';
import { fromNinjs1, lowerCaseKeys, type Ninjs, ninjs, PICTURE_TYPES, NEEDED } from './schema.ts';
import {
  addressOf,
  declaredIdOf,
  enclosuresOf,
  evolvedFrom,
  lineWithRole,
  namesOf,
  otherIdsOf,
  subjectsOf,
} from './parts.ts';
import { readLenient, withoutNulls } from '../lenient.ts';
import { besidesOf } from './besides.ts';
import { foreignKeys } from './foreign-keys.ts';

/** A note or a reason quotes at most this many characters of a value that was not understood. */
const MAX_QUOTED = 60;

/**
 * Reads a parsed JSON value as ninjs. Rejections: FIELD_TYPE, FIELD_MISSING, and those of the body.
 */
export function fromNinjs(value: unknown, defaults: SourceDefaults): Drafted {
  const parsed = readLenient(ninjs, fromNinjs1(withoutNulls(lowerCaseKeys(value))), NEEDED);
  if (!parsed.ok) return rejected('FIELD_TYPE', parsed.reason);
  const signs = signsIn(Object.entries(parsed.data));
  const { canceled } = new Judge({}).read(signs);
  const drafted = withNotes(toDraft(parsed.data, defaults, canceled), parsed.notes);
  const declaredId = declaredIdOf(parsed.data);
  const named = drafted.ok || declaredId === undefined ? drafted : { ...drafted, declaredId };
  return withBesides(withSigns(named, signs, defaults), besidesOf(parsed.data));
}

function toDraft(item: Ninjs, defaults: SourceDefaults, canceled: boolean): Drafted {
  const body = mainBody(item, defaults, canceled);
  if (!body.ok) return body;
  const { draft } = body;
  const notes = [...noteToEditors(item.ednote), ...draft.notes];
  /** Reads a value with `parse`. If `parse` cannot read it, the value is left out and a note says so. */
  const understood = <Value>(
    name: string,
    value: string | undefined,
    parse: (text: string) => Value | undefined,
  ): Value | undefined => {
    const result = value === undefined ? undefined : parse(value);
    if (value !== undefined && result === undefined)
      notes.push(`${name}: not understood: ${value.slice(0, MAX_QUOTED)}`);
    return result;
  };
  const dated = (name: string, value: string | undefined): Instant | undefined => {
    const instant = understood(name, value, (text) => instantIn(text, defaults.timeZone));
    if (instant === undefined || !isAhead(instant, defaults.receivedAt)) return instant;
    notes.push(`${name} ${value} is in the future; the article is dated by its receipt`);
    return undefined;
  };
  const { content } = draft;
  const enclosed = associationsOf(enclosuresOf(item));
  const address = addressOf(item);
  notes.push(...enclosed.notes, ...(address.notes ?? []));
  const by = peopleInByline(lineOfField(item.by ?? ''), content.language);
  notes.push(...noteOnNobody(by.left));
  const written = defined<ArticleContent>({
    ...content,
    bylines: merged(by.bylines, content.bylines),
    language: understood('language', item.language || undefined, parseLanguageTag) ?? content.language,
    summary: lineWithRole(item.descriptions, ['summary', 'abstract', 'main']),
    // People and organisations are subjects as well (the ninjs schema maps all three members to nar:subject).
    subjects: [item.subjects, item.people, item.organisations].flatMap(subjectsOf),
    genres: namesOf(item.genres),
    places: namesOf(item.places),
    urgency: urgencyOf(item.urgency),
    associations: mergedAssociations(enclosed.associations, content.associations),
    copyrightnotice: lineOfField(item.copyrightnotice ?? item.copyrightholder ?? '') || undefined,
    usageterms: lineOfField(item.usageterms ?? '') || undefined,
    firstcreated: dated('firstcreated', item.firstcreated),
    link: address.link,
  });
  const declaredId = declaredIdOf(item);
  const others = otherIdsOf(item);
  const [follows, ...more] = evolvedFrom(item);
  if (more.length > 0)
    notes.push(`evolvedfrom: only the first of ${more.length + 1} stories is replaced: ${follows}`);
  const stated = defined<Draft>({
    ...draft,
    declaredId,
    otherIds: others.length === 0 ? undefined : others,
    unnamedBefore: declaredId !== undefined && item.uri === undefined ? true : undefined,
    follows,
    declaredVersion: understood('version', item.version?.toString(), orderable),
    versioncreated: dated('versioncreated', item.versioncreated),
    content: written,
    notes,
  });
  return { ok: true, draft: stated };
}

/** The instant of a date. A date without a zone is understood only if the source has the setting `timeZone`. */
function instantIn(text: string, timeZone: string | undefined): Instant | undefined {
  const known = knownDate(text, timeZone);
  if (known === undefined) return undefined;
  return parseInstant(text) ?? (timeZone === undefined ? undefined : known.instant);
}

const orderable = (version: string): string | undefined =>
  isOrderableVersion(version) ? version : undefined;

/** The main body. HTML is preferred to plain text. A kill needs no body. */
function mainBody(item: Ninjs, defaults: SourceDefaults, canceled: boolean): Drafted {
  const headline = lineWithRole(item.headlines, ['main']) ?? (lineOfField(item.title ?? '') || undefined);
  const language = parseLanguageTag(item.language ?? '') ?? defaults.language;
  const { link } = addressOf(item);
  const context = {
    ...defaults,
    language,
    ...(headline !== undefined && { headline }),
    ...(link !== undefined && { link }),
  };
  const bodies = item.bodies ?? [];
  const html = bodies.find((body) => /html/i.test(body.contenttype ?? ''));
  // The text of a picture is its caption.
  const captions = PICTURE_TYPES.has(item.type) ? (item.descriptions ?? []) : [];
  const body = html ?? bodies.find(({ role }) => role === 'main') ?? bodies[0] ?? captions[0];
  if (canceled) {
    const content = plainContent({ headline: headline ?? '', body: '', language, bylines: [] });
    return { ok: true, draft: { pubstatus: 'canceled', content, removed: [], notes: [] } };
  }
  if (body === undefined && headline === undefined)
    return rejected('FIELD_MISSING', 'neither headlines nor bodies');
  const foreign = body === undefined ? foreignKeys(item) : [];
  if (foreign.length > 0)
    return rejected(
      'FIELD_MISSING',
      `no body; keys not understood: ${foreign.join(', ').slice(0, MAX_QUOTED)}`,
    );
  if (html !== undefined) return fromHtml(html.value, context);
  const { text, notes } = asMeant({ value: body?.value ?? '', type: 'text' });
  return withNotes(
    text.type === 'html' ? fromHtml(text.value, context) : fromText(text.value, context),
    notes,
  );
}

/** Both lists, the declared bylines first. If the body credits the same person, the byline of the body is kept. */
function merged(declared: readonly Byline[], credited: readonly Byline[]): Byline[] {
  const isCredited = (name: string): boolean => credited.some((byline) => isSamePerson(byline.name, name));
  return [...declared.filter(({ name }) => !isCredited(name)), ...credited];
}
