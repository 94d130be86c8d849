import { ATOM, atom, G2, g2, HTML, JSON_FEED, jsonFeed, MARKDOWN, NINJS, ninjs, ninjs3 } from './carriers.ts';
import { NITF, nitf, page, type Parts, RSS, rss, TEXT } from './carriers.ts';
import type { NearMiss } from './row.ts';
import { storyOf } from './stories.ts';

const LANGUAGES = ['en', 'ja', 'de', 'fr', 'es', 'zh-Hant', 'ru', 'it', 'pt', 'ko', 'nl', 'ar'];

/** Front matter that lets the text go out, or that has nothing to do with it. */
const FRONT_MATTER = [
  'draft: false',
  'draft: "no"',
  'Draft: False',
  'published: true',
  'published: yes',
  'publish: true',
  'status: published',
  'status: Published',
  'status: publish',
  'status: final',
  'pubstatus: usable',
  'published: 2026-03-10T08:00:00Z',
  'publishDate: 2026-03-11T08:00:00Z',
  'date: 2026-03-11T08:00:00+01:00',
  'embargo: 2026-03-11T06:00:00Z',
  'embargo: none',
  'embargo: false',
  'embargo:',
  'embargoed_until: 2026-03-12T06:00:00+01:00',
  'hold: false',
  'scheduled: false',
  'tags: [embargo, trade]',
  'tags:\n  - draft\n  - basketball',
  'categories: [publishing, drafts]',
  'slug: embargo-on-arms-sales',
  'permalink: /2026/03/draft-law/',
  'description: How an embargo works, and who decides when to publish',
  'summary: The draft law is put on hold',
  'publisher: Harbour Press',
  'layout: post',
  'section: Releases',
  'keywords: release, cancelled, kill switch',
  'image: /images/embargo.jpg',
  'source: Draft House Brewery',
];

const NINJS_FIELDS: readonly object[] = [
  { pubstatus: 'usable' },
  { pubstatus: 'Usable' },
  { pubstatus: 'USABLE' },
  { pubstatus: ' usable ' },
  { pubstatus: 'usable', embargoed: '2026-03-11T06:00:00Z' },
  { pubstatus: 'usable', embargoed: '2026-03-12T06:00:00+09:00' },
  { pubstatus: 'usable', embargoed: null },
  { pubstatus: 'usable', embargoed: '' },
  { pubstatus: 'usable', ednote: 'Photo attached' },
  { pubstatus: 'usable', ednote: 'Corrects spelling in paragraph 3' },
  { pubstatus: 'usable', ednote: 'Updates with quotes from the director' },
  { pubstatus: 'usable', ednote: 'Graphic to follow' },
  { pubstatus: 'usable', ednote: 'Pictures are available from the press office' },
  { pubstatus: 'usable', ednote: 'This is the second of three parts' },
  { ednote: 'Korrigiert die Zahl der Räume im zweiten Absatz' },
  { ednote: 'Corrige le nombre de salles au deuxième paragraphe' },
  { ednote: 'Corrige el número de salas en el segundo párrafo' },
  { ednote: '2段落目の部屋数を訂正しました' },
  { ednote: '更正第二段的房间数' },
  { subject: [{ name: 'embargo' }, { name: 'military draft' }] },
  { keywords: ['embargo', 'hold', 'draft'] },
  { slugline: 'TRADE-EMBARGO' },
  { byline: 'Jane Roe' },
  { genre: [{ name: 'Press release' }] },
];

const RSS_FIELDS = [
  '<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>',
  '<wp:status><![CDATA[publish]]></wp:status><wp:post_password></wp:post_password>',
  '<wp:post_type>page</wp:post_type><wp:status>publish</wp:status>',
  '<prism:embargoDate>2026-03-11T06:00:00Z</prism:embargoDate>',
  '<prism:expirationDate>2027-03-01T00:00:00Z</prism:expirationDate>',
  '<prism:publicationDate>2026-03-11</prism:publicationDate>',
  '<dcterms:available>2026-03-11T06:00:00Z</dcterms:available>',
  '<dcterms:valid>start=2026-03-01T06:00Z; end=2027-03-01T06:00Z; scheme=W3C-DTF</dcterms:valid>',
  '<media:status state="active"/>',
  '<category>Embargo</category><category>Drafts</category>',
  '<pubDate>Wed, 11 Mar 2026 09:00:00 GMT</pubDate>',
  '<pubDate>Thu, 12 Mar 2026 18:59:00 +0900</pubDate>',
  '<dc:creator>Jane Roe</dc:creator>',
];

const ATOM_FIELDS = [
  '<app:control><app:draft>no</app:draft></app:control>',
  '<app:control><app:draft>No</app:draft></app:control>',
  '<app:control/>',
  '<app:edited>2026-03-12T09:30:00Z</app:edited>',
  '<published>2026-03-10T06:00:00Z</published>',
  '<category term="embargo"/><category term="draft"/>',
  '<dcterms:available>2026-03-11T06:00:00Z</dcterms:available>',
];

const G2_META = [
  '<pubStatus qcode="stat:usable"/>',
  '<pubStatus qcode="stat:Usable"/>',
  '<embargoed>2026-03-11T06:00:00Z</embargoed><pubStatus qcode="stat:usable"/>',
  '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/usable"/>',
  '<pubStatus qcode="stat:usable"/><edNote>Photo attached</edNote>',
  '<pubStatus qcode="stat:usable"/><edNote>Corrects the number of rooms</edNote>',
  '',
];

const NITF_DOCDATA = [
  '<date.release norm="20260311T060000Z"/>',
  '<date.release norm="20260311T060000+0100"/>',
  '<ed-msg info="Photo attached"/>',
  '<ed-msg info="Corrects the number of rooms"/>',
  '<date.expire norm="20270311T060000Z"/>',
  '<key-list><keyword key="embargo"/></key-list>',
];

const JSON_FEED_FIELDS: readonly object[] = [
  { tags: ['embargo', 'draft'] },
  { date_published: '2026-03-11T06:00:00Z' },
  { date_modified: '2026-03-12T09:30:00Z' },
  { _status: 'published' },
  { summary: 'The draft law is put on hold.' },
];

const PAGE_HEADS = [
  '<meta name="keywords" content="embargo, draft, hold">',
  '<meta property="article:published_time" content="2026-03-11T06:00:00Z">',
  '<meta name="description" content="How an embargo works">',
  '<meta name="robots" content="index, follow">',
];

/** Embargo lines whose instant is over when the text arrives. */
const OVER: readonly (readonly [language: string, line: string])[] = [
  ['en', 'EMBARGOED UNTIL 00:01 GMT WEDNESDAY 11 MARCH 2026'],
  ['en', 'Embargo: 2026-03-12T09:00:00Z'],
  ['de', 'Sperrfrist: 11. März 2026, 10:00 Uhr MEZ'],
  ['fr', 'Sous embargo jusqu’au 11 mars 2026 à 10h00 GMT'],
  ['es', 'Embargado hasta el 11 de marzo de 2026 a las 10:00 GMT'],
  ['ja', '報道解禁：2026年3月11日午前6時（日本時間）'],
  ['zh-Hans', '报道解禁时间：2026年3月11日9时（北京时间）'],
];

interface Family<V> {
  name: string;
  format: string;
  values: readonly V[];
  build: (parts: Parts, value: V) => string;
}

function rowsOf<V extends string | object>({ name, format, values, build }: Family<V>): NearMiss[] {
  return values.map((value, index) => {
    const language = LANGUAGES[index % LANGUAGES.length] ?? 'en';
    const { headline, lead, rest } = storyOf(language);
    const text = build({ language, headline, paragraphs: [lead, rest] }, value);
    const shown = typeof value === 'string' ? value : JSON.stringify(value);
    return { id: `${name}: ${shown}`, language, format, kind: 'near', text, headline, sentence: rest };
  });
}

export const HARMLESS_MARKS: readonly NearMiss[] = [
  ...rowsOf({
    name: 'front matter',
    format: MARKDOWN,
    values: FRONT_MATTER,
    build: ({ headline, paragraphs }, line) =>
      `---\ntitle: ${headline}\n${line}\n---\n\n${paragraphs.join('\n\n')}\n`,
  }),
  ...rowsOf({ name: 'ninjs', format: NINJS, values: NINJS_FIELDS, build: ninjs }),
  ...rowsOf({
    name: 'pubStatus',
    format: NINJS,
    values: ['usable', 'Usable'],
    build: (parts, pubStatus) => ninjs3(parts, { pubStatus }),
  }),
  ...rowsOf({ name: 'RSS', format: RSS, values: RSS_FIELDS, build: rss }),
  ...rowsOf({ name: 'Atom', format: ATOM, values: ATOM_FIELDS, build: atom }),
  ...rowsOf({ name: 'NewsML-G2', format: G2, values: G2_META, build: g2 }),
  ...rowsOf({ name: 'NITF', format: NITF, values: NITF_DOCDATA, build: nitf }),
  ...rowsOf({
    name: 'management-status',
    format: NITF,
    values: ['usable', 'Usable'],
    build: (parts, word) => nitf(parts, '', ` management-status="${word}"`),
  }),
  ...rowsOf({ name: 'JSON Feed', format: JSON_FEED, values: JSON_FEED_FIELDS, build: jsonFeed }),
  ...rowsOf({
    name: 'page',
    format: HTML,
    values: PAGE_HEADS,
    build: (parts, head) => page(parts).replace('</head>', `${head}</head>`),
  }),
  ...OVER.map(([language, line]): NearMiss => {
    const { headline, lead, rest } = storyOf(language);
    const text = [line, headline, lead, rest].join('\n\n');
    return { id: `over: ${line}`, language, format: TEXT, kind: 'near', text, headline, sentence: rest };
  }),
];
