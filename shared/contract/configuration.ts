import * as z from 'zod';
import { LANGUAGE_TAG } from '../domain/language-tag.ts';
import type { Selector } from '../domain/channel.ts';

/** The configuration as people write it (wiredesk.yaml) and as it is stored: one versioned object in S3. */

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use lower-case letters, digits and hyphens');
const language = z.string().regex(LANGUAGE_TAG, 'use a BCP 47 tag such as zh-Hant');
const url = z.url({ protocol: /^https?$/ });

const selector: z.ZodType<Selector> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(selector) }),
    z.strictObject({ any: z.array(selector) }),
    z.strictObject({ not: selector }),
    z.strictObject({ source: id }),
    z.strictObject({ subject: z.string().min(1) }),
    z.strictObject({ genre: z.string().min(1) }),
    z.strictObject({ place: z.string().min(1) }),
    z.strictObject({ language }),
    z.strictObject({ urgency: z.int().min(1).max(9) }),
    z.strictObject({ words: z.string().trim().min(1) }),
  ]),
);

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
  boilerplate: z.array(z.strictObject({ pattern: regularExpression, kind: z.string().min(1) })).default([]),
});

const channel = z.strictObject({
  id,
  title: z.string().min(1),
  link: url,
  description: z.string().min(1).exactOptional(),
  language: language.exactOptional(),
  items: z.int().min(1).max(1000).default(50),
  public: z.boolean().default(false),
  select: selector,
});

const publisher = z.strictObject({
  name: z.string().min(1),
  url,
  language,
  rights: z.string().min(1).exactOptional(),
  /** Where readers find the feeds, if not at the stack's own address. */
  feeds: url.exactOptional(),
});

function namesOnce(items: { id: string }[], context: z.RefinementCtx, path: string): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    if (seen.has(item.id)) {
      context.addIssue({ code: 'custom', path: [path, index, 'id'], message: `"${item.id}" is named twice` });
    }
    seen.add(item.id);
  });
}

/** wiredesk.yaml. */
export const configurationFile = z
  .strictObject({ publisher, sources: z.array(source).min(1), channels: z.array(channel).min(1) })
  .superRefine((file, context) => {
    namesOnce(file.sources, context, 'sources');
    namesOnce(file.channels, context, 'channels');
  });
export type ConfigurationFile = z.infer<typeof configurationFile>;

/** What is stored: the file, the hashes of the sources' tokens, and the address the feeds are read at. */
export const storedConfiguration = z.strictObject({
  publisher,
  feedsUrl: url,
  sources: z.array(source.extend({ tokenHashes: z.array(z.string().regex(/^[0-9a-f]{64}$/)) })),
  channels: z.array(channel),
});
export type StoredConfiguration = z.infer<typeof storedConfiguration>;
