import { parse } from 'yaml';
import { type Enclosure, type UpstreamItem, type UpstreamPerson, defined } from '../item/upstream-item.ts';
import { absoluteAddress } from '../markup/address.ts';
import type { Statement } from '../item/statement.ts';

/** Front matter is a few lines. What a YAML parser makes of more, or of brackets within brackets, costs seconds. */
const MOST = { characters: 8192, lines: 300, brackets: 200 };

/** What front matter may be called, best first, in lower case and without `-` and `_`. */
const NAMES = {
  id: ['uri', 'id', 'guid', 'uuid', 'slug'],
  title: ['title', 'headline'],
  summary: ['summary', 'description', 'excerpt', 'abstract', 'standfirst', 'lead'],
  date: [
    'date',
    'datepublished',
    'publisheddate',
    'pubdate',
    'publishdate',
    'publishedat',
    'created',
    'createdat',
  ],
  updated: [
    'updated',
    'lastmod',
    'modified',
    'lastmodified',
    'lastmodifiedat',
    'updatedat',
    'lastupdated',
    'datemodified',
  ],
  people: ['authors', 'author', 'byline', 'by'],
  tags: ['tags', 'keywords', 'topics', 'subjects'],
  categories: ['categories', 'category', 'section'],
  language: ['language', 'lang', 'locale'],
  link: ['url', 'link', 'canonical', 'canonicalurl', 'permalink'],
  picture: ['image', 'featuredimage', 'cover', 'coverimage', 'thumbnail', 'picture'],
  rights: ['copyright', 'rights', 'copyrightnotice'],
  usageterms: ['usageterms', 'license', 'licence'],
  version: ['version'],
  embargoed: ['embargoed', 'embargo', 'embargountil', 'embargoeduntil'],
  expires: ['expires', 'expirydate', 'expiry'],
  genres: ['genres', 'genre'],
  places: ['places', 'place', 'location', 'dateline'],
  urgency: ['urgency', 'priority'],
  ednote: ['ednote', 'editorsnote', 'correction'],
} as const;

export interface FrontMatter {
  ok: true;
  item: UpstreamItem;
  statement: Statement;
}

/** The text between `---` or `+++` lines at the top of a document, and the document without it. */
export function splitFrontMatter(text: string): { matter?: string; body: string } {
  const toml = /^\s*\+\+\+[ \t]*\r?\n/.exec(text.slice(0, 200))?.[0];
  const close = toml === undefined ? undefined : /^\+\+\+[ \t]*\r?$/m.exec(text.slice(toml.length));
  if (toml !== undefined && close) {
    const after = toml.length + close.index;
    return { matter: fromToml(text.slice(toml.length, after)), body: text.slice(after + close[0].length) };
  }
  const start = /^\s*---[ \t]*\r?\n/.exec(text.slice(0, 200));
  const rest = text.slice(start?.[0].length ?? 0);
  const end = /^(?:---|\.\.\.)[ \t]*\r?$/m.exec(rest);
  if (!start || !end) return { body: text };
  const matter = rest.slice(0, end.index);
  // Two rules with prose between them are a rule and a heading.
  if (!/^["']?[\w-]{1,40}["']?[ \t]{0,9}:(?:[ \t]|\r?$)/m.test(matter)) return { body: text };
  return { matter, body: rest.slice(end.index + end[0].length) };
}

/**
 * TOML's pairs up to its first table (a site's own settings) as YAML: strings, lists, dates and truths look alike in
 * both (toml.io, version 1.0). What differs beyond that makes front matter that cannot be read.
 */
function fromToml(toml: string): string {
  const [pairs = ''] = toml.split(/^[ \t]*\[/m, 1);
  return pairs.replace(/^([ \t]*["']?[\w-]{1,40}["']?)[ \t]{0,9}=[ \t]*/gm, '$1: ');
}

/**
 * What front matter says, `base` resolving its addresses; or in words why it cannot be read. It is YAML of which only
 * text, lists and maps are taken: no types, no aliases, no tags (YAML 1.2.2 section 10.1, the failsafe schema).
 */
export function frontMatterOf(matter: string, base?: string): FrontMatter | { ok: false; reason: string } {
  const brackets = matter.match(/[[{]/g)?.length ?? 0;
  const lines = matter.split('\n').length;
  if (matter.length > MOST.characters || lines > MOST.lines || brackets > MOST.brackets) {
    return unread('there is too much of it');
  }
  let value: unknown;
  try {
    value = parse(matter, {
      ...{ schema: 'failsafe', stringKeys: true, maxAliasCount: 0, prettyErrors: false, logLevel: 'error' },
    });
  } catch (error) {
    return unread((error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '');
  }
  if (!isMap(value)) return unread('it is no map');
  const fields = new Map(
    Object.entries(value).map(([key, held]) => [key.toLowerCase().replace(/[-_ ]/gu, ''), held]),
  );
  const held = (name: keyof typeof NAMES): unknown =>
    NAMES[name].map((key) => fields.get(key)).find((one) => one !== undefined);
  const text = (name: keyof typeof NAMES): string | undefined => textOf(held(name));
  const rich = (name: keyof typeof NAMES): UpstreamItem['title'] => {
    const line = text(name);
    return line === undefined ? undefined : { value: line, type: 'text' };
  };
  const link = webAddress(text('link'), base);
  const urgency = Number(text('urgency'));
  const isHidden = isTrue(fields.get('draft')) || textOf(fields.get('published')) === 'false';
  const status = textOf(fields.get('pubstatus') ?? fields.get('status'))?.toLowerCase();
  return {
    ok: true,
    item: defined<UpstreamItem>({
      id: text('id'),
      title: rich('title'),
      summary: rich('summary'),
      published: text('date') ?? dateIn(fields.get('published')),
      updated: text('updated'),
      authors: peopleIn(held('people')),
      categories: [...new Set([...listOf(held('tags')), ...listOf(held('categories'))])].map((name) => ({
        name,
      })),
      enclosures: pictureIn(held('picture'), link ?? base),
      language: text('language')?.replaceAll('_', '-'),
      link,
      rights: text('rights'),
    }),
    statement: defined<Statement>({
      status:
        status === 'canceled'
          ? 'canceled'
          : isHidden || status === 'draft' || status === 'withheld'
            ? 'withheld'
            : undefined,
      version: text('version'),
      embargoed: text('embargoed'),
      expires: text('expires'),
      urgency: urgency >= 1 && urgency <= 9 ? urgency : undefined,
      genres: optional(listOf(held('genres'))),
      places: optional(listOf(held('places'))),
      usageterms: text('usageterms'),
      ednote: text('ednote'),
      id: text('id'),
    }),
  };
}

const unread = (why: string): { ok: false; reason: string } => ({
  ok: false,
  reason: `the front matter cannot be read and was left out: ${why.slice(0, 120)}`,
});
const isMap = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' && value.trim() !== 'null' ? value.trim() : undefined;
const isTrue = (value: unknown): boolean => /^(?:true|yes|on)$/i.test(textOf(value) ?? '');
const dateIn = (value: unknown): string | undefined =>
  /\d/.test(textOf(value) ?? '') ? textOf(value) : undefined;
const optional = (values: string[]): string[] | undefined => (values.length === 0 ? undefined : values);

/** A list, or a line of words parted by commas. */
function listOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : (textOf(value)?.split(/\s*[,，、;；]\s*/u) ?? []);
  return values.flatMap((one) => textOf(isMap(one) ? (one['name'] ?? one['title']) : one) ?? []);
}

/** One person or a list of them, each a name or a map of name, role and e-mail. */
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

function webAddress(text: string | undefined, base: string | undefined): string | undefined {
  const address = text === undefined ? undefined : absoluteAddress(text, base);
  return address !== undefined && /^https?:/.test(address) ? address : undefined;
}
