import type { Byline } from '../../../domain/article.ts';

/** Credits found in a paragraph. */
export interface Credited {
  /** Empty for a line that belongs to credits but names nobody, such as a role whose names are on the next lines. */
  bylines: Byline[];
  /** The text that is cut out. */
  removed: string;
  /** The text that remains; empty if the whole paragraph is credits. */
  rest: string;
}
