import {
  ATOM,
  atom,
  G2,
  g2,
  HTML,
  JSON_FEED,
  jsonFeed,
  MARKDOWN,
  NINJS,
  ninjs,
  NITF,
  nitf,
} from './carriers.ts';
import { page, type Parts, paragraphsOf, RSS, rss, TEXT } from './carriers.ts';
import { FIELD_MENTIONS } from './field-mentions.ts';
import { HARMLESS_MARKS } from './harmless-marks.ts';
import { MENTIONS_EAST } from './mentions-east.ts';
import { MENTIONS_ENGLISH } from './mentions-english.ts';
import { MENTIONS_NORTH } from './mentions-north.ts';
import { MENTIONS_RELEASE_DAYS } from './mentions-release-days.ts';
import { MENTIONS_WEST } from './mentions-west.ts';
import type { NearMiss, Story } from './row.ts';
import { storyOf } from './stories.ts';

interface Form {
  name: string;
  format: string;
  put: (told: Parts & { sentence: string; story: Story }) => string;
}

const form = (name: string, format: string, put: Form['put']): Form => ({ name, format, put });
const blocks = (...texts: string[]): string => `${texts.join('\n\n')}\n`;

/** Where the sentence stands: in the first paragraph, in the last, or alone between two others. */
const FORMS: readonly Form[] = [
  form('text, lead', TEXT, ({ headline, sentence, story }) => blocks(headline, sentence, story.rest)),
  form('text, last line', TEXT, ({ headline, sentence, story }) =>
    blocks(headline, story.lead, story.rest, sentence),
  ),
  form('text, before the contact', TEXT, ({ headline, sentence, story }) =>
    blocks(headline, story.lead, sentence, story.contact),
  ),
  form('text, one paragraph', TEXT, ({ headline, sentence, story }) =>
    blocks(headline, `${story.lead} ${sentence} ${story.rest}`),
  ),
  form('page', HTML, (parts) => page(parts)),
  form('fragment', HTML, ({ headline, paragraphs }) => `<h1>${headline}</h1>${paragraphsOf(paragraphs)}`),
  form('fragment, last in bold', HTML, ({ headline, sentence, story }) =>
    paragraphsOf([`<strong>${headline}</strong>`, story.lead, story.rest, `<strong>${sentence}</strong>`]),
  ),
  form('Markdown', MARKDOWN, ({ headline, paragraphs }) => blocks(`# ${headline}`, ...paragraphs)),
  form('Markdown, front matter', MARKDOWN, ({ language, headline, paragraphs }) =>
    blocks(`---\ntitle: ${JSON.stringify(headline)}\nlang: ${language}\ndraft: false\n---`, ...paragraphs),
  ),
  form('Markdown, last line', MARKDOWN, ({ headline, sentence, story }) =>
    blocks(`# ${headline}`, story.lead, story.rest, sentence),
  ),
  form('ninjs', NINJS, (parts) => ninjs(parts, { pubstatus: 'usable' })),
  form('ninjs, last paragraph', NINJS, ({ sentence, story, ...parts }) =>
    ninjs({ ...parts, paragraphs: [story.lead, story.rest, sentence] }),
  ),
  form('NITF', NITF, (parts) => nitf(parts)),
  form('NewsML-G2', G2, (parts) => g2(parts, '<pubStatus qcode="stat:usable"/>')),
  form('RSS', RSS, (parts) => rss(parts)),
  form('Atom', ATOM, (parts) => atom(parts)),
  form('JSON Feed', JSON_FEED, (parts) => jsonFeed(parts)),
];

/** In how many forms each story is sent. The forms take turns. */
const FORMS_EACH = 3;

function mentionRows(): NearMiss[] {
  const mentions = [
    MENTIONS_ENGLISH,
    MENTIONS_WEST,
    MENTIONS_NORTH,
    MENTIONS_EAST,
    MENTIONS_RELEASE_DAYS,
  ].flatMap((table) =>
    Object.entries(table).flatMap(([language, told]) =>
      told.map(([headline, sentence]) => ({ language, headline, sentence })),
    ),
  );
  return mentions.flatMap(({ language, headline, sentence }, index) =>
    Array.from({ length: FORMS_EACH }, (_, turn): NearMiss => {
      const { name, format, put } =
        FORMS[(index * FORMS_EACH + turn * 6) % FORMS.length] ?? form('', TEXT, () => '');
      const story = storyOf(language);
      const paragraphs = [sentence, story.lead, story.rest];
      const text = put({ language, headline, paragraphs, sentence, story });
      return { id: `${name}: ${headline}`, language, format, kind: 'near', text, headline, sentence };
    }),
  );
}

/** Submissions that only look like those that must not go out. */
export const MUST_PUBLISH: readonly NearMiss[] = [...mentionRows(), ...HARMLESS_MARKS, ...FIELD_MENTIONS];
