import * as z from 'zod';
import { type ArticleContent, doubtSchema } from '../../domain/article.ts';
import type { ArticleId } from '../../domain/identity.ts';
import { type Code, CODES } from '../../domain/outcome.ts';
import { instantsWithinRange } from '../../domain/stored-instants.ts';
import { articleIdSchema, instantSchema } from '../../domain/stored-text.ts';
import type { Draft, Drafted } from '../draft/draft.ts';

/** An item that was erased. `killed`: the item was the kill of its article, and the kill stays in force. */
export interface ErasedItem {
  erased: ArticleId;
  killed?: true;
}

/**
 * An item of a submission after an erasure: the item as it was read, or a mark that it was erased. Each item keeps
 * its position in the submission.
 */
export type RemainingItem = Drafted | ErasedItem;

/**
 * Writes the bytes that replace a raw object after one of its articles was erased: the other items as they were read.
 * It does not cut the item out of the original bytes, because that would need a writer for each format, encoding and
 * compression, and could leave parts of the erased article behind.
 */
export function writeRemaining(items: readonly RemainingItem[]): Uint8Array {
  return Buffer.from(JSON.stringify({ items }));
}

/** Reads the bytes that `writeRemaining` wrote. Throws if they are something else. */
export function readRemaining(bytes: Uint8Array): RemainingItem[] {
  return remaining.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).items.map(withinRange);
}

export function isErasedItem(item: RemainingItem): item is ErasedItem {
  return 'erased' in item;
}

const names = z.array(z.string());
const pixels = z.number().exactOptional();
const text = z.string().exactOptional();
const instant = instantSchema.exactOptional();

const content = z.looseObject({
  headline: z.string(),
  summary: text,
  bylines: z.array(z.looseObject({ name: z.string(), role: text })),
  language: z.string(),
  body: z.string(),
  link: text,
  subjects: z.array(z.looseObject({ name: z.string(), uri: text })),
  genres: names,
  places: names,
  urgency: z.number().exactOptional(),
  associations: z.array(
    z.looseObject({
      href: z.string(),
      contenttype: text,
      length: z.number().exactOptional(),
      width: pixels,
      height: pixels,
      alt: text,
      caption: text,
      credit: text,
    }),
  ),
  copyrightnotice: text,
  usageterms: text,
  territory: names.exactOptional(),
  firstcreated: instant,
  embargoed: instant,
  expires: instant,
}) satisfies z.ZodType<ArticleContent>;

const draft = z.looseObject({
  declaredId: text,
  otherIds: names.exactOptional(),
  unnamedBefore: z.literal(true).exactOptional(),
  follows: text,
  declaredVersion: text,
  doubt: doubtSchema.exactOptional(),
  versioncreated: instant,
  pubstatus: z.enum(['usable', 'withheld', 'canceled']),
  content,
  removed: names,
  notes: names,
}) satisfies z.ZodType<Draft>;

const code = z.enum(Object.keys(CODES) as [Code, ...Code[]]);

const remainingItem = z.union([
  z.looseObject({ erased: articleIdSchema, killed: z.literal(true).exactOptional() }),
  z.looseObject({ ok: z.literal(true), draft }),
  z.looseObject({
    ok: z.literal(false),
    rejection: z.looseObject({ code, detail: z.string() }),
    declaredId: text,
  }),
]) satisfies z.ZodType<RemainingItem>;

/** Keeps unknown members and the order of the members, because the item is stored again. */
const unchangedItem = z.custom<RemainingItem>((value) => remainingItem.safeParse(value).success);
const withinRange = instantsWithinRange(remainingItem);
const remaining = z.looseObject({ items: z.array(unchangedItem) });
