import * as z from 'zod';
import type { ArticleId, FeedId, PartnerId, ReceiptId } from './identity.ts';
import type { Instant } from './instant.ts';

/**
 * The schema of a stored value that is one of several words. A newer version may have stored a word that this version
 * does not know, and one unknown word must not stop a stage. So the decoder takes every text. The rules treat a word
 * that they do not know as a reason to hold: only `usable` is usable. `words`: the known words, for descriptions of the
 * shape such as docs/openapi.json.
 */
export const storedWord = <Word extends string>(words?: readonly Word[]): z.ZodType<Word, string> =>
  (words === undefined ? z.string() : z.string().meta({ enum: [...words] })) as unknown as z.ZodType<
    Word,
    string
  >;

/**
 * The schemas of ids in stored data. The code that makes an id gives it its form, so a decoder only checks that the
 * member is a text. A stricter check would refuse rows that are valid: a feed that was found in the bucket may have
 * an id of any form, and an older version may have written another form. It would also cost time for each of the
 * thousands of ids in a feed's state.
 */
export const articleIdSchema = z.string() as unknown as z.ZodType<ArticleId, string>;
export const feedIdSchema = z.string() as unknown as z.ZodType<FeedId, string>;
export const partnerIdSchema = z.string() as unknown as z.ZodType<PartnerId, string>;
export const receiptIdSchema = z.string() as unknown as z.ZodType<ReceiptId, string>;

/**
 * The schema of an instant in stored data. As for ids, the schema only checks that the member is a text. A decoder also
 * calls `instantsWithinRange` (stored-instants.ts), because an older version may have stored an instant after the year
 * 9999.
 */
export const instantSchema = z.string() as unknown as z.ZodType<Instant, string>;
