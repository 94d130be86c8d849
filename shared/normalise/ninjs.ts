import * as z from 'zod';
import type { ArticleContent, Association, Byline, Subject } from '../domain/article.ts';
import { lineOfText } from '../domain/text.ts';
import { isOrderableVersion } from '../domain/order.ts';
import { absoluteAddress } from './html/sanitise.ts';
import { type Draft, type Drafted, type SourceDefaults, rejected } from './draft.ts';
import { fromHtml } from './html.ts';
import { parseInstant } from './instant.ts';
import { fromText } from './text.ts';

/**
 * IPTC ninjs 3 (schema 3.1). Property names are read without regard to case, so that ninjs 2 (`pubstatus`,
 * `versioncreated`) and 3 (`pubStatus`, `versionCreated`) are one. Properties that the model has no place for stay in
 * the raw object.
 */
const text = z.string();
const named = z.looseObject({ name: text.optional(), uri: text.optional(), rel: text.optional() });
const rendition = z.looseObject({
  href: text,
  contenttype: text.optional(),
  width: z.number().optional(),
  height: z.number().optional(),
});
const valued = z.looseObject({ role: text.optional(), contenttype: text.optional(), value: text });

const ninjs = z.looseObject({
  uri: text.optional(),
  version: z.union([text, z.number()]).optional(),
  pubstatus: z.enum(['usable', 'withheld', 'canceled']).default('usable'),
  language: text.optional(),
  title: text.optional(),
  headlines: z.array(valued).default([]),
  descriptions: z.array(valued).default([]),
  bodies: z.array(valued).default([]),
  by: text.optional(),
  people: z.array(named).default([]),
  subjects: z.array(named).default([]),
  genres: z.array(named).default([]),
  places: z.array(named).default([]),
  urgency: z.number().optional(),
  copyrightnotice: text.optional(),
  usageterms: text.optional(),
  firstcreated: text.optional(),
  versioncreated: text.optional(),
  embargoed: text.optional(),
  embargoeduntil: text.optional(),
  expires: text.optional(),
  link: text.optional(),
  renditions: z.array(rendition).default([]),
  associations: z.array(z.looseObject({ type: text.optional() })).default([]),
});
type Ninjs = z.infer<typeof ninjs>;

/** A parsed JSON value as ninjs. */
export function fromNinjs(value: unknown, defaults: SourceDefaults): Drafted {
  const parsed = ninjs.safeParse(lowerCaseKeys(value, 0));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return rejected('FIELD_TYPE', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const drafted = toDraft(parsed.data, defaults);
  const declaredId = parsed.data.uri;
  return drafted.ok || declaredId === undefined ? drafted : { ...drafted, declaredId };
}

/** ninjs nests three levels; keys are folded as far as we read and no further. */
function lowerCaseKeys(value: unknown, level: number): unknown {
  if (level > 6 || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => lowerCaseKeys(item, level + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lowerCaseKeys(inner, level + 1)]),
  );
}

function toDraft(item: Ninjs, defaults: SourceDefaults): Drafted {
  const embargoed = item.embargoed ?? item.embargoeduntil;
  for (const [name, value] of Object.entries({ embargoed, expires: item.expires })) {
    if (value !== undefined && parseInstant(value) === undefined) {
      return rejected('FIELD_EMBARGO', `${name}: ${value.slice(0, 60)}`);
    }
  }
  const body = mainBody(item, defaults);
  if (!body.ok) return body;
  const { draft } = body;
  const notes = [...draft.notes];
  const instant = (name: string, value: string | undefined): string | undefined => {
    const parsed = value === undefined ? undefined : parseInstant(value);
    if (value !== undefined && parsed === undefined)
      notes.push(`${name} is no instant and was left out: ${value.slice(0, 60)}`);
    return parsed;
  };
  const version = item.version === undefined ? undefined : String(item.version);
  if (version !== undefined && !isOrderableVersion(version))
    notes.push(`version is no number: ${version.slice(0, 60)}`);
  const versioncreated = instant('versioncreated', item.versioncreated);
  const content = present<ArticleContent>({
    ...draft.content,
    bylines: [...declaredBylines(item), ...draft.content.bylines],
    summary: oneOf(item.descriptions, ['summary', 'abstract', 'main']),
    subjects: item.subjects.flatMap(subject),
    genres: names(item.genres),
    places: names(item.places),
    urgency: item.urgency !== undefined && item.urgency >= 1 && item.urgency <= 9 ? item.urgency : undefined,
    associations: pictures(item),
    copyrightnotice: item.copyrightnotice && lineOfText(item.copyrightnotice),
    usageterms: item.usageterms && lineOfText(item.usageterms),
    firstcreated: instant('firstcreated', item.firstcreated),
    embargoed: embargoed && parseInstant(embargoed),
    expires: item.expires && parseInstant(item.expires),
    link: address(item),
  });
  return {
    ok: true,
    draft: present<Draft>({
      ...draft,
      declaredId: item.uri,
      declaredVersion: version !== undefined && isOrderableVersion(version) ? version : undefined,
      versioncreated,
      pubstatus: item.pubstatus,
      content,
      notes,
    }),
  };
}

/** The richest body that is the main one: HTML before plain text. A kill needs none. */
function mainBody(item: Ninjs, defaults: SourceDefaults): Drafted {
  const headline = oneOf(item.headlines, ['main']) ?? item.title;
  const language = item.language ?? defaults.language;
  const context = {
    ...defaults,
    language,
    ...(headline !== undefined && { headline: lineOfText(headline) }),
  };
  const html = item.bodies.find((body) => /html/i.test(body.contenttype ?? ''));
  const body = html ?? item.bodies.find((candidate) => candidate.role === 'main') ?? item.bodies[0];
  if (body === undefined && headline === undefined && item.pubstatus !== 'canceled') {
    return rejected('FIELD_MISSING', 'neither headlines nor bodies');
  }
  const drafted = html ? fromHtml(html.value, context) : fromText(body?.value ?? '', context);
  if (!drafted.ok || item.language === undefined) return drafted;
  return { ok: true, draft: { ...drafted.draft, content: { ...drafted.draft.content, language } } };
}

function oneOf(values: Ninjs['headlines'], roles: readonly string[]): string | undefined {
  const best = values.find(({ role }) => role !== undefined && roles.includes(role)) ?? values[0];
  const line = lineOfText(best?.value ?? '');
  return line === '' ? undefined : line;
}

function declaredBylines(item: Ninjs): Byline[] {
  const by = lineOfText(item.by ?? '').replace(/^by\s+/iu, '');
  if (by === '') return [];
  return by
    .split(/\s*(?:,|;|、|&|\band\b)\s*/iu)
    .filter((name) => name !== '')
    .map((name) => ({ name }));
}

function subject({ name, uri }: z.infer<typeof named>): Subject[] {
  const label = lineOfText(name ?? '');
  return label === '' ? [] : [{ name: label, ...(uri !== undefined && { uri }) }];
}

function names(values: readonly z.infer<typeof named>[]): string[] {
  return values.flatMap(subject).map(({ name }) => name);
}

/** The article's own address: `link`, else a uri that is one. */
function address(item: Ninjs): string | undefined {
  const candidate = item.link ?? (/^https?:/i.test(item.uri ?? '') ? item.uri : undefined);
  return candidate === undefined ? undefined : absoluteAddress(candidate);
}

/** The widest rendition of each associated picture, with its headline as alternative text and its caption. */
function pictures(item: Ninjs): Association[] {
  return item.associations
    .filter(({ type }) => type === 'picture' || type === 'photo')
    .flatMap((association) => {
      const picture = ninjs.safeParse(association);
      if (!picture.success) return [];
      const { renditions, headlines, descriptions, by } = picture.data;
      const best = renditions.toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))[0];
      const href = best && absoluteAddress(best.href);
      if (best === undefined || href === undefined) return [];
      return [
        present<Association>({
          href,
          contenttype: best.contenttype,
          width: best.width,
          height: best.height,
          alt: oneOf(headlines, ['main']),
          caption: oneOf(descriptions, ['caption', 'main']),
          credit: by && lineOfText(by),
        }),
      ];
    });
}

/** The object without members that are undefined or empty. */
function present<T extends object>(members: { [K in keyof T]: T[K] | undefined | '' }): T {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;
}
