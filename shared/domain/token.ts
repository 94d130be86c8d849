import * as z from 'zod';
import { instantSchema } from './stored-text.ts';

/** A secret by which a partner or a source proves who it is, as it is stored. */
export const tokenSchema = z.object({
  /** SHA-256 of the token, hex. The token itself is shown once and is not stored. */
  hash: z.string(),
  created: instantSchema,
  /**
   * When the token expires. The newest token has no `until`. A rotation sets `until` on the token that it replaces.
   */
  until: instantSchema.exactOptional(),
});
export type Token = z.infer<typeof tokenSchema>;
