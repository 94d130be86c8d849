/** The text of an article as it is copied from a newsroom's page, and the result that reading must give. */
export interface Fixture {
  name: string;
  language: string;
  text: string;
  headline: string;
  /** `name/role`, or `name` for a byline without a role. */
  bylines: string[];
  /** The paragraphs of the body, in order. */
  kept: string[];
  /** The beginnings of the texts that are cut, in any order. */
  removed: string[];
}

const CHARACTERS = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' } as const;

/** The paragraphs of a body that was made from plain text. */
export function bodyParagraphs(html: string): string[] {
  if (html === '') return [];
  return html
    .slice(3, -4)
    .split(/<\/p>\n<p>/u)
    .map((body) =>
      body.replace(/&(?:lt|gt|quot|amp);/gu, (entity) => CHARACTERS[entity as keyof typeof CHARACTERS]),
    );
}
