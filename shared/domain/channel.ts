import * as z from 'zod';
import type { SelectorFacts } from './article.ts';
import type { ArticleId } from './identity.ts';
import { configuredIdSchema } from './configured-id.ts';
import { languageTagSchema } from './language-tag.ts';
import { URGENCY } from './urgency.ts';
import { webAddressSchema } from './web-address.ts';

const name = z.string().min(1);

/** Conditions on one fact of an article. docs/selectors.md explains them with examples. */
const CONDITIONS = [
  z.strictObject({ source: configuredIdSchema.describe('The id of the source that sent the article.') }),
  z.strictObject({
    subject: name.describe(
      'The whole name or the whole code (uri) of a subject. Upper and lower case are equal.',
    ),
  }),
  z.strictObject({ genre: name.describe('The whole name of a genre. Upper and lower case are equal.') }),
  z.strictObject({ place: name.describe('The whole name of a place. Upper and lower case are equal.') }),
  z.strictObject({
    language: languageTagSchema.describe(
      'A language and all its variants: zh also selects zh-Hant (RFC 4647 section 3.3.1).',
    ),
  }),
  z.strictObject({
    urgency: z
      .int()
      .min(URGENCY.highest)
      .max(URGENCY.lowest)
      .describe(
        'The article is at least this urgent; 1 is the highest. An article without an urgency is not selected.',
      ),
  }),
  z.strictObject({
    words: z
      .string()
      .trim()
      .min(1)
      .describe('Each of these words is in the headline, as a whole word. Upper and lower case are equal.'),
  }),
] as const;
type Condition = z.infer<(typeof CONDITIONS)[number]>;

/**
 * An editorial selection, as data. An empty `all` selects every article; an empty `any` selects no article.
 * TypeScript cannot infer the type of a schema that contains itself, so the three parts that contain selectors are
 * written out.
 */
export type Selector =
  { all: Selector[] } | { any: Selector[] } | { not: Selector } | Condition | NotUnderstood;

/**
 * A stored selector that this version does not understand, because a newer version wrote it. It selects no article. A
 * feed that has shown articles keeps them: see publish. wiredesk.yaml cannot contain it.
 */
export interface NotUnderstood {
  notUnderstood: true;
  /** The articles that the feed holds and keeps. */
  keeps?: ReadonlySet<ArticleId>;
}

const COMBINATIONS = [
  z.strictObject({
    all: z
      .array(z.lazy(() => selectorSchema))
      .describe('Selects an article if all of these select it. An empty list selects every article.'),
  }),
  z.strictObject({
    any: z
      .array(z.lazy(() => selectorSchema))
      .describe('Selects an article if at least one of these selects it. An empty list selects no article.'),
  }),
  z.strictObject({
    not: z.lazy(() => selectorSchema).describe('Selects an article if this does not select it.'),
  }),
] as const;

const SELECTORS = [...COMBINATIONS, ...CONDITIONS] as const;

const ONE_OF = `use one of ${SELECTORS.flatMap(({ shape }) => Object.keys(shape)).join(', ')}, alone; docs/selectors.md has examples`;

/** Strict: ignoring an unknown condition would select too many articles. */
export const selectorSchema: z.ZodType<Selector> = z.lazy(() => z.union(SELECTORS, ONE_OF));

/** A stored selector. If any part of it is not understood, the whole selector is not: its `not` would select too much. */
export const storedSelectorSchema: z.ZodType<Selector> = z.unknown().transform((stored): Selector => {
  const understood = selectorSchema.safeParse(stored);
  return understood.success ? understood.data : { notUnderstood: true };
});

/** The first segment of the addresses of partners, `/p/…`. A channel with this id would use the same addresses. */
const RESERVED_ID = 'p';

export const channelSchema = z.strictObject({
  id: configuredIdSchema.refine(
    (id) => id !== RESERVED_ID,
    `"${RESERVED_ID}" is reserved: the addresses of partners begin with it`,
  ),
  title: z.string().min(1),
  link: webAddressSchema,
  description: z.string().min(1).exactOptional(),
  /** BCP 47 tag; absent for a channel in several languages. */
  language: languageTagSchema.exactOptional(),
  /** How many items a feed of this channel shows, newest first. */
  items: z.int().min(1).max(1000).default(50),
  /** Whether the channel has a feed that everybody can read. */
  public: z.boolean().default(false),
  select: selectorSchema,
});
export type Channel = z.infer<typeof channelSchema>;

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Basic filtering of RFC 4647 section 3.3.1: `zh` matches `zh-Hant`, and `zh-Hant` does not match `zh`. */
function languageMatches(range: string, tag: string): boolean {
  return same(range, tag) || tag.toLowerCase().startsWith(`${range.toLowerCase()}-`);
}

/** Whether a selector selects an article. Upper and lower case of names are equal. */
export function selects(selector: Selector, facts: SelectorFacts): boolean {
  if ('all' in selector) return selector.all.every((part) => selects(part, facts));
  if ('any' in selector) return selector.any.some((part) => selects(part, facts));
  if ('not' in selector) return !selects(selector.not, facts);
  if ('source' in selector) return selector.source === facts.source;
  if ('subject' in selector) return subjectsOf(facts).some((known) => same(known, selector.subject));
  if ('genre' in selector) return facts.genres.some((name) => same(name, selector.genre));
  if ('place' in selector) return facts.places.some((name) => same(name, selector.place));
  if ('language' in selector) return languageMatches(selector.language, facts.language);
  if ('notUnderstood' in selector) return false;
  if ('urgency' in selector) return facts.urgency !== undefined && facts.urgency <= selector.urgency;
  // A text without any word, such as ",", selects no article. Selecting every article would surprise the editor.
  const words = wordsOf(selector.words);
  return words.length > 0 && words.every((word) => hasWord(facts.headline, word));
}

/** The names and the codes of an article's subjects. */
export function subjectsOf({ subjects, subjectUris = [] }: SelectorFacts): string[] {
  return [...subjects, ...subjectUris];
}

/** The words of a text, in lower case. Apostrophes and hyphens are part of a word. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}'’-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Scripts without spaces between words: a word is found anywhere in the headline. */
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function hasWord(headline: string, word: string): boolean {
  if (WITHOUT_SPACES.test(word)) return headline.toLowerCase().includes(word);
  return wordsOf(headline).includes(word);
}
