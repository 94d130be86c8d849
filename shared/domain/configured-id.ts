import * as z from 'zod';

/**
 * The id of a source, a channel, a partner or an alias. Feed addresses contain it, so it needs no percent-encoding.
 */
export const configuredIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use lower-case letters, digits and hyphens');
