import * as z from 'zod';
import { LANGUAGE_TAG } from '../domain/language-tag.ts';
import { type Selector, wordsOf } from '../domain/channel.ts';
import { durationMinutes } from '../domain/terms.ts';

/** The configuration as people write it (wiredesk.yaml) and as it is stored: one versioned object in S3. */

/** As many as an entry of the edge's store holds: shared/contract/edge-record.ts. */
const MAX_SUBSCRIPTIONS = 20;

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use lower-case letters, digits and hyphens');
const language = z.string().regex(LANGUAGE_TAG, 'use a BCP 47 tag such as zh-Hant');
const url = z.url({ protocol: /^https?$/, error: 'use an http or https address' });

const name = z.string().min(1);

/** docs/selectors.md says the same at length. */
const SELECTORS = [
  z.strictObject({
    all: z.array(z.lazy(() => selector)).describe('Every one of these holds; an empty list: every article.'),
  }),
  z.strictObject({
    any: z.array(z.lazy(() => selector)).describe('One of these holds, or more; an empty list: none.'),
  }),
  z.strictObject({ not: z.lazy(() => selector).describe('This does not hold.') }),
  z.strictObject({ source: id.describe('The id of the source that sent the article.') }),
  z.strictObject({
    subject: name.describe('The name or the code (uri) of a subject, whole; case does not count.'),
  }),
  z.strictObject({ genre: name.describe('The name of a genre, whole; case does not count.') }),
  z.strictObject({ place: name.describe('The name of a place, whole; case does not count.') }),
  z.strictObject({
    language: language.describe('A language and all its variants: zh takes in zh-Hant (RFC 4647 3.3.1).'),
  }),
  z.strictObject({
    urgency: z
      .int()
      .min(1)
      .max(9)
      .describe('At least this urgent: 1 is the highest. An article without urgency is not.'),
  }),
  z.strictObject({
    words: z
      .string()
      .trim()
      .min(1)
      .describe('Each of these words stands in the headline, as a whole word; case does not count.'),
  }),
] as const;

const ONE_OF = `use one of ${SELECTORS.flatMap(({ shape }) => Object.keys(shape)).join(', ')}, alone; docs/selectors.md has examples`;

const selector: z.ZodType<Selector> = z.lazy(() => z.union(SELECTORS, ONE_OF));

const MAX_DELAY_MINUTES = 90 * 1440;

/** A duration in days, hours and minutes (ISO 8601), in minutes. */
const delay = z.string().transform((text, context) => {
  const minutes = durationMinutes(text);
  if (minutes !== undefined && minutes <= MAX_DELAY_MINUTES) return minutes;
  context.addIssue({ code: 'custom', message: 'use a duration of at most 90 days, such as PT2H or P1D' });
  return z.NEVER;
});

/** ISO 3166-1 alpha-2 codes, each once, in order: equal territories are equal. */
const territory = z
  .array(z.string().regex(/^[A-Z]{2}$/, 'use two-letter country codes such as TW'))
  .transform((countries) => [...new Set(countries)].toSorted());

const END_OF_DAY = 'T23:59:59.999Z';
const END = 'use a day such as 2027-06-30, or an instant with its zone';

/** A day, whose last moment in UTC counts, or an instant with its zone. */
const end = z
  .union(
    [z.iso.date(END).transform((day) => `${day}${END_OF_DAY}`), z.iso.datetime({ offset: true, error: END })],
    END,
  )
  .transform((text) => new Date(text).toISOString());

const regularExpression = z.string().refine(
  (pattern) => {
    try {
      new RegExp(pattern, 'iu');
      return true;
    } catch {
      return false;
    }
  },
  { error: 'is not a regular expression' },
);

const source = z.strictObject({
  id,
  order: z.enum(['arrival', 'version', 'versioncreated']).default('arrival'),
  language,
  link: z.string().startsWith('http').includes('{id}').exactOptional(),
  /** Countries its articles are cleared for, where they do not say so themselves. */
  territory: territory.exactOptional(),
  boilerplate: z.array(z.strictObject({ pattern: regularExpression, kind: z.string().min(1) })).default([]),
});

/** First step of partners' addresses; no channel may be called so. */
const RESERVED = 'p';

const channel = z.strictObject({
  id: id.refine((name) => name !== RESERVED, `"${RESERVED}" begins the addresses of partners`),
  title: z.string().min(1),
  link: url,
  description: z.string().min(1).exactOptional(),
  language: language.exactOptional(),
  items: z.int().min(1).max(1000).default(50),
  public: z.boolean().default(false),
  select: selector,
});

export const subscriptionEntry = z.strictObject({
  alias: id,
  channel: id,
  profile: z.literal('standard').default('standard'),
  delay: delay.exactOptional(),
  territory: territory.default([]),
  until: end.exactOptional(),
});
export type SubscriptionEntry = z.infer<typeof subscriptionEntry>;

export const partnerEntry = z.strictObject({
  id,
  name: z.string().trim().min(1).max(200),
  disabled: z.boolean().default(false),
  subscriptions: z.array(subscriptionEntry).max(MAX_SUBSCRIPTIONS).default([]),
});
export type PartnerEntry = z.infer<typeof partnerEntry>;

const publisher = z.strictObject({
  name: z.string().min(1),
  url,
  language,
  rights: z.string().min(1).exactOptional(),
  /** Where readers find the feeds, if not at the stack's own address. */
  feeds: url.exactOptional(),
});

/** Only in a file: a configuration that was stored before is read as it is. */
function refuseEmptyWords(select: Selector, context: z.RefinementCtx, path: (string | number)[]): void {
  if ('words' in select && wordsOf(select.words).length === 0) {
    const message = `there is no word in "${select.words}"`;
    context.addIssue({ code: 'custom', path: [...path, 'words'], message });
  }
  if ('not' in select) refuseEmptyWords(select.not, context, [...path, 'not']);
  const [kind, parts]: [string, Selector[]] =
    'all' in select ? ['all', select.all] : 'any' in select ? ['any', select.any] : ['', []];
  parts.forEach((part, index) => refuseEmptyWords(part, context, [...path, kind, index]));
}

function namesOnce(items: { id: string }[], context: z.RefinementCtx, path: (string | number)[]): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    if (seen.has(item.id)) {
      context.addIssue({
        code: 'custom',
        path: [...path, index, 'id'],
        message: `"${item.id}" is named twice`,
      });
    }
    seen.add(item.id);
  });
}

/** wiredesk.yaml. Without `partners` they are left as they are. */
export const configurationFile = z
  .strictObject({
    publisher,
    sources: z.array(source).min(1),
    channels: z.array(channel).min(1),
    partners: z.array(partnerEntry).exactOptional(),
  })
  .superRefine((file, context) => {
    namesOnce(file.sources, context, ['sources']);
    namesOnce(file.channels, context, ['channels']);
    file.channels.forEach(({ select }, index) =>
      refuseEmptyWords(select, context, ['channels', index, 'select']),
    );
    namesOnce(file.partners ?? [], context, ['partners']);
    for (const [index, { subscriptions }] of (file.partners ?? []).entries()) {
      const aliases = subscriptions.map(({ alias }) => ({ id: alias }));
      namesOnce(aliases, context, ['partners', index, 'subscriptions']);
      subscriptions.forEach((entry, at) => {
        if (file.channels.some((known) => known.id === entry.channel)) return;
        const path = ['partners', index, 'subscriptions', at, 'channel'];
        context.addIssue({ code: 'custom', path, message: `there is no channel "${entry.channel}"` });
      });
    }
  });
export type ConfigurationFile = z.infer<typeof configurationFile>;

const partnerFeed = z.strictObject({
  channel: id,
  profile: z.string().min(1),
  terms: z.strictObject({
    delayMinutes: z.int().min(0),
    territory: z.array(z.string()),
    apart: z.string().exactOptional(),
  }),
  inherits: z.array(z.string()),
});
export type PartnerFeed = z.infer<typeof partnerFeed>;

/** What is stored: the file, the hashes of the sources' tokens, and the address the feeds are read at. */
export const storedConfiguration = z.strictObject({
  publisher,
  feedsUrl: url,
  sources: z.array(source.extend({ tokenHashes: z.array(z.string().regex(/^[0-9a-f]{64}$/)) })),
  channels: z.array(channel),
  /** The feeds that partners read; who they are stands in the table alone. */
  partnerFeeds: z.array(partnerFeed).default([]),
});
export type StoredConfiguration = z.infer<typeof storedConfiguration>;
