import type { OrderBasis } from './order.ts';

/** Who sends: its defaults and its own boilerplate rules. */
export interface Source {
  id: string;
  order: OrderBasis;
  /** BCP 47 tag used where detection is unsure. */
  language: string;
  /** Template of an article's address, with `{id}` where the percent-encoded id goes. */
  link?: string;
  /** ISO 3166-1 alpha-2 codes of the countries its articles are cleared for; absent: all. */
  territory?: string[];
  /** Rules beside the defaults of shared/reading/prose/boilerplate/rules. */
  boilerplate: BoilerplateRule[];
  /** SHA-256 of each live bearer token, hex. */
  tokenHashes: string[];
}

/** A paragraph that matches is not part of the article. */
export interface BoilerplateRule {
  /** Regular expression source, applied with the `u` and `i` flags to the paragraph's text. */
  pattern: string;
  /** A name for it, shown on the record: disclaimer, contact, related. */
  kind: string;
}
