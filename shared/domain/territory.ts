import * as z from 'zod';

/** ISO 3166-1 alpha-2 codes, each once and sorted, so that equal territories have equal texts. */
export const territorySchema = z
  .array(z.string().regex(/^[A-Z]{2}$/, 'use two-letter country codes such as TW'))
  .transform((countries) => [...new Set(countries)].toSorted());
