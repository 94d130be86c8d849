import { parse } from 'yaml';
import type { Result } from '../../domain/result.ts';
import { defined } from '../draft/defined.ts';
import { webAddress } from '../item/addresses.ts';
import { type NewsMetadata, urgencyOf } from '../item/news-metadata.ts';
import type { Enclosure, UpstreamItem, UpstreamPerson } from '../item/upstream-item.ts';

/** Front matter has a few lines. With much more text, or with many nested brackets, the YAML parser takes seconds. */
const MAX_FRONT_MATTER = { characters: 8192, lines: 300, brackets: 200 };

/** The keys of each field, in order of preference, in lower case and without `-` and `_`. */
const KEYS = {
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

export type FrontMatter = Result<{ item: UpstreamItem; metadata: NewsMetadata }, { reason: string }>;

/** The text between two `---` or `+++` lines at the top of a document, and the document without that text. */
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
  // Without a key between them, the two lines are Markdown: a thematic break and the underline of a heading.
  if (!/^["']?[\w-]{1,40}["']?[ \t]{0,9}:(?:[ \t]|\r?$)/m.test(matter)) return { body: text };
  return { matter, body: rest.slice(end.index + end[0].length) };
}

/**
 * Rewrites TOML as YAML. Only the pairs before the first table are kept, because a table contains settings of the
 * sender's website. Strings, lists, dates and Booleans are written the same way in both formats (toml.io, version
 * 1.0). Other TOML values give YAML that cannot be read.
 */
function fromToml(toml: string): string {
  const [pairs = ''] = toml.split(/^[ \t]*\[/m, 1);
  return pairs.replace(/^([ \t]*["']?[\w-]{1,40}["']?)[ \t]{0,9}=[ \t]*/gm, '$1: ');
}

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
    value = parse(matter, {
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
  const fields = new Map(
    Object.entries(value).map(([key, found]) => [key.toLowerCase().replace(/[-_ ]/gu, ''), found]),
  );
  const valueOf = (name: keyof typeof KEYS): unknown =>
    KEYS[name].map((key) => fields.get(key)).find((found) => found !== undefined);
  const text = (name: keyof typeof KEYS): string | undefined => textOf(valueOf(name));
  const rich = (name: keyof typeof KEYS): UpstreamItem['title'] => {
    const line = text(name);
    return line === undefined ? undefined : { value: line, type: 'text' };
  };
  const link = webAddress(text('link'), base);
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
      authors: peopleIn(valueOf('people')),
      categories: [...new Set([...listOf(valueOf('tags')), ...listOf(valueOf('categories'))])].map(
        (name) => ({
          name,
        }),
      ),
      enclosures: pictureIn(valueOf('picture'), link ?? base),
      language: text('language')?.replaceAll('_', '-'),
      link,
      rights: text('rights'),
    }),
    metadata: defined<NewsMetadata>({
      status: statusOf(status, isHidden),
      version: text('version'),
      embargoed: text('embargoed'),
      expires: text('expires'),
      urgency: urgencyOf(Number(text('urgency'))),
      genres: optional(listOf(valueOf('genres'))),
      places: optional(listOf(valueOf('places'))),
      usageterms: text('usageterms'),
      ednote: text('ednote'),
      id: text('id'),
    }),
  };
}

function statusOf(status: string | undefined, isHidden: boolean): NewsMetadata['status'] {
  if (status === 'canceled') return 'canceled';
  return isHidden || status === 'draft' || status === 'withheld' ? 'withheld' : undefined;
}

const unread = (why: string): FrontMatter => ({
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
