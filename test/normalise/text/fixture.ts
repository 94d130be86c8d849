/** An article as a newsroom's page gives it when scraped, and what is to become of it. */
export interface Fixture {
  name: string;
  language: string;
  text: string;
  headline: string;
  /** `name/role`, or `name` for a byline without a role. */
  bylines: string[];
  /** The body's paragraphs, in order. */
  kept: string[];
  /** Beginnings of what was cut, in any order. */
  removed: string[];
}
