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

const CHARACTERS = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' } as const;

/** The texts of a plain-text article's paragraphs. */
export function bodyParagraphs(html: string): string[] {
  if (html === '') return [];
  return html
    .slice(3, -4)
    .split(/<\/p>\n<p>/u)
    .map((body) =>
      body.replace(/&(?:lt|gt|quot|amp);/gu, (entity) => CHARACTERS[entity as keyof typeof CHARACTERS]),
    );
}
