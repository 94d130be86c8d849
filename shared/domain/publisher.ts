import * as z from 'zod';
import { languageTagSchema } from './language-tag.ts';
import { webAddressSchema } from './web-address.ts';

/** Who publishes the feeds. Each document names the publisher. */
export const publisherSchema = z.strictObject({
  name: z.string().min(1),
  url: webAddressSchema,
  language: languageTagSchema,
  rights: z.string().min(1).exactOptional(),
  /** The address at which readers find the feeds. Absent: the address of the stack's CloudFront distribution. */
  feeds: webAddressSchema.exactOptional(),
});
export type Publisher = z.infer<typeof publisherSchema>;
