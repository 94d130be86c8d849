import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { once } from '../../domain/once.ts';
import type { Result } from '../../domain/result.ts';
import { defined } from '../draft/defined.ts';
import { pageAddress, webAddress } from '../item/addresses.ts';
import { type NewsMetadata, urgencyOf } from '../item/news-metadata.ts';
import { plainName, signsIn } from '../item/signs.ts';
import type { Enclosure, UpstreamItem, UpstreamPerson } from '../item/upstream-item.ts';
import { KEYS } from './front-matter-keys.ts';
import { misspeltSigns, notesOnUnread, signsInNotes, signsInsideTexts } from './front-matter-signs.ts';

/** The YAML parser, in a file of its own (infra/bundle.ts). */
const yaml = once(() => createRequire(import.meta.url)('./yaml.mjs') as Pick<typeof Yaml, 'parse'>);

/** Front matter has a few lines. With much more text, or with many nested brackets, the YAML parser takes seconds. */
const MAX_FRONT_MATTER = { characters: 8192, lines: 300, brackets: 200 };

/** `notes`: which keys were not read. */
export type FrontMatter = Result<
  { item: UpstreamItem; metadata: NewsMetadata; notes: string[] },
  { reason: string }
>;

/**
 * The fields of front matter, with addresses resolved against `base`, or the reason why it cannot be read. It is YAML
 * with only strings, lists and maps: no types, no aliases, no tags (YAML 1.2.2 section 10.1, the failsafe schema).
 */
export function frontMatterOf(matter: string, base?: string): FrontMatter {
  const brackets = matter.match(/[[{]/g)?.length ?? 0;
  const lines = matter.split('\n').length;
  const { characters, lines: maxLines, brackets: maxBrackets } = MAX_FRONT_MATTER;
  if (matter.length > characters || lines > maxLines || brackets > maxBrackets) {
    return unread('it is too long');
  }
  let value: unknown;
  try {
    value = yaml().parse(matter, {
      schema: 'failsafe',
      stringKeys: true,
      maxAliasCount: 0,
      prettyErrors: false,
      logLevel: 'error',
    });
  } catch (error) {
    return unread((error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '');
  }
  if (!isMap(value)) return unread('it is not a map');
  const fields = new Map(Object.entries(value).map(([key, found]) => [plainName(key), found]));
  const valueOf = (name: keyof typeof KEYS): unknown =>
    KEYS[name].map((key) => fields.get(key)).find((found) => found !== undefined);
  const text = (name: keyof typeof KEYS): string | undefined => textOf(valueOf(name));
  const rich = (name: keyof typeof KEYS): UpstreamItem['title'] => {
    const line = text(name);
    return line === undefined ? undefined : { value: line, type: 'text' };
  };
  const { link, notes } = pageAddress([text('link')], base);
  const date = text('date');
  return {
    ok: true,
    item: defined<UpstreamItem>({
      id: text('id'),
      title: rich('title'),
      summary: rich('summary'),
      published: date ?? dateIn(fields.get('published')),
      updated: text('updated'),
      authors: peopleIn(valueOf('people')),
      categories: [...new Set([...listOf(valueOf('tags')), ...listOf(valueOf('categories'))])].map(
        (name) => ({
          name,
        }),
      ),
      enclosures: pictureIn(valueOf('picture'), link ?? base),
      language: text('language')?.replaceAll('_', '-'),
      link,
      notes,
      rights: text('rights'),
      signs: [
        ...signsIn(Object.entries(value)),
        ...(date === undefined ? [] : [{ kind: 'dated' as const, name: 'date', value: date }]),
        ...signsInsideTexts(matter, value),
        ...signsInNotes(value),
        ...misspeltSigns(value),
      ],
    }),
    metadata: defined<NewsMetadata>({
      version: text('version'),
      urgency: urgencyOf(Number(text('urgency'))),
      genres: optional(listOf(valueOf('genres'))),
      places: optional(listOf(valueOf('places'))),
      usageterms: text('usageterms'),
      ednotes: [text('ednote')],
    }),
    notes: notesOnUnread(Object.keys(value)),
  };
}

const unread = (why: string): FrontMatter => ({
  ok: false,
  reason: `the front matter cannot be read and was left out: ${why.slice(0, 120)}`,
});
const isMap = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' && value.trim() !== 'null' ? value.trim() : undefined;
const dateIn = (value: unknown): string | undefined =>
  /\d/.test(textOf(value) ?? '') ? textOf(value) : undefined;
const optional = (values: string[]): string[] | undefined => (values.length === 0 ? undefined : values);

/** The texts of a list, or the parts of a line that has commas between them. */
function listOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : (textOf(value)?.split(/\s*[,，、;；]\s*/u) ?? []);
  return values.flatMap(
    (member) => textOf(isMap(member) ? (member['name'] ?? member['title']) : member) ?? [],
  );
}

/** A person or a list of people. Each is a name, or a map with name, role and email. */
function peopleIn(value: unknown): UpstreamPerson[] {
  const people: unknown[] = Array.isArray(value) ? value : [value];
  return people.flatMap((person): UpstreamPerson[] => {
    if (!isMap(person)) return [{ byline: textOf(person) ?? '' }];
    const name = textOf(person['name']);
    const [role, email] = [textOf(person['role']), textOf(person['email'])];
    return name === undefined ? [] : [defined<UpstreamPerson>({ name, role, email })];
  });
}

function pictureIn(value: unknown, base: string | undefined): Enclosure[] {
  const picture = isMap(value) ? value : { url: value };
  const href = webAddress(
    textOf(picture['url'] ?? picture['src'] ?? picture['path'] ?? picture['image']),
    base,
  );
  if (href === undefined) return [];
  const [alt, caption, credit] = ['alt', 'caption', 'credit'].map((name) => textOf(picture[name]));
  return [defined<Enclosure>({ href, type: 'image/*', alt, caption, credit })];
}
