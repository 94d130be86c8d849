import {
  ATOM,
  atom,
  G2,
  g2,
  HTML,
  JSON_FEED,
  jsonFeed,
  NINJS,
  ninjs,
  ninjs3,
  NITF,
  nitf,
} from './carriers.ts';
import { page, type Parts, paragraphsOf, RSS, rss } from './carriers.ts';
import type { Kind, Row } from './row.ts';
import { storyOf } from './stories.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja', 'zh-Hans', 'ru', 'ar', 'pt', 'ko'];

type Values = readonly (readonly [kind: Kind, value: string])[];

/** Values of a status that does not say "usable": known ones in other spellings, other systems' words, and nonsense. */
const WORDS: Values = [
  ['kill', 'canceled'],
  ['kill', 'cancelled'],
  ['kill', 'Cancelled'],
  ['kill', 'killed'],
  ['kill', 'KILL'],
  ['withdrawal', 'withdrawn'],
  ['withdrawal', 'deleted'],
  ['withdrawal', 'recalled'],
  ['hold', 'withheld'],
  ['hold', ' withheld '],
  ['hold', 'Withheld'],
  ['hold', 'held'],
  ['hold', 'embargoed'],
  ['hold', 'scheduled'],
  ['draft', 'draft'],
  ['draft', 'in_progress'],
  ['draft', 'submitted'],
  ['draft', 'Entwurf'],
  ['private', 'unpublished'],
  ['private', 'not usable'],
  ['private', 'unusable'],
  ['status', 'usable?'],
  ['status', 'usable-after-review'],
  ['status', 'zzz'],
];

const NITF_STATUSES: Values = [...WORDS, ['hold', 'EMBARGOED'], ['hold', 'pulled'], ['hold', 'on hold']];

const G2_STATUSES: Values = [
  ...WORDS.filter(([, word]) => !/\s|\?/.test(word)).map(([kind, word]) => [kind, `stat:${word}`] as const),
  ['hold', 'pubstat:withheld'],
  ['kill', 'status:canceled'],
  ['kill', 'cancelled'],
  ['status', 'stat:'],
  ['status', 'stat:Usable-not'],
];

const RSS_MARKS: Values = [
  ['until', '<prism:embargoDate>2026-03-13T06:00:00Z</prism:embargoDate>'],
  ['embargo', '<prism:embargoDate>2026-03-20</prism:embargoDate>'],
  ['embargo', '<prism:embargoDate>Friday 6am</prism:embargoDate>'],
  ['until', '<dcterms:available>2026-03-13T06:00:00Z</dcterms:available>'],
  ['until', '<dcterms:available>start=2026-03-13T06:00:00Z; scheme=W3C-DTF</dcterms:available>'],
  ['until', '<dcterms:valid>start=2026-03-13T06:00Z; end=2026-04-13T06:00Z; scheme=W3C-DTF</dcterms:valid>'],
  [
    'withdrawal',
    '<dcterms:valid>start=2026-01-01T06:00Z; end=2026-02-01T06:00Z; scheme=W3C-DTF</dcterms:valid>',
  ],
  ['withdrawal', '<prism:expirationDate>2026-03-01T00:00:00Z</prism:expirationDate>'],
  ['withdrawal', '<media:status state="deleted" reason="rights"/>'],
  ['hold', '<media:status state="blocked" reason="https://museum.example/blocked"/>'],
  ['status', '<media:status state="paused"/>'],
  ['draft', '<wp:status>draft</wp:status>'],
  ['draft', '<wp:status><![CDATA[auto-draft]]></wp:status>'],
  ['draft', '<wp:status>pending</wp:status>'],
  ['private', '<wp:status>private</wp:status>'],
  ['withdrawal', '<wp:status>trash</wp:status>'],
  ['future', '<wp:status>future</wp:status><pubDate>Fri, 20 Mar 2026 09:00:00 +0000</pubDate>'],
  ['status', '<wp:status>in-translation</wp:status>'],
  ['private', '<wp:status>publish</wp:status><wp:post_password><![CDATA[sesame]]></wp:post_password>'],
  ['private', '<wp:status>publish</wp:status><wp:post_type>nav_menu_item</wp:post_type>'],
  ['private', '<wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>'],
  ['draft', '<wp:status>inherit</wp:status><wp:post_type>revision</wp:post_type>'],
  ['future', '<pubDate>Fri, 20 Mar 2026 09:00:00 GMT</pubDate>'],
  ['future', '<pubDate>Sat, 01 Aug 2026 09:00:00 +0200</pubDate>'],
];

const ATOM_MARKS: Values = [
  ['draft', '<app:control><app:draft>yes</app:draft></app:control>'],
  ['draft', '<app:control><app:draft>YES</app:draft></app:control>'],
  ['draft', '<app:control><app:draft> yes </app:draft></app:control>'],
  ['draft', '<app:control><app:draft>true</app:draft></app:control>'],
  ['draft', '<control xmlns="http://purl.org/atom/app#"><draft>yes</draft></control>'],
  ['draft', '<p:control xmlns:p="http://www.w3.org/2007/app"><p:draft>yes</p:draft></p:control>'],
  ['draft', '<app:control><app:draft>perhaps</app:draft></app:control>'],
  ['future', '<published>2026-03-20T06:00:00Z</published>'],
  ['until', '<dcterms:available>2026-03-13T06:00:00Z</dcterms:available>'],
  ['until', '<prism:embargoDate>2026-03-13T06:00:00Z</prism:embargoDate>'],
];

const JSON_FEED_MARKS: readonly (readonly [Kind, object])[] = [
  ['future', { date_published: '2026-03-20T06:00:00Z' }],
  ['future', { date_published: '2026-12-01T06:00:00+02:00' }],
  ['draft', { _status: 'draft' }],
  ['draft', { _cms: { draft: true } }],
  ['draft', { status: 'draft' }],
  ['private', { _published: false }],
  ['until', { _embargo: '2026-03-13T06:00:00Z' }],
  ['embargo', { _wire: { embargo: 'Friday 6am' } }],
];

const NINJS_FIELDS: readonly (readonly [Kind, object])[] = [
  ['until', { embargoed: '2026-03-13T06:00:00Z' }],
  ['until', { pubstatus: 'usable', embargoed: '2026-03-13T06:00:00+0100' }],
  ['embargo', { pubstatus: 'usable', embargoed: '2026-03-13T06:00:00' }],
  ['embargo', { pubstatus: 'usable', embargoed: 'Friday 6am' }],
  ['embargo', { pubstatus: 'usable', embargoed: '13.03.2026' }],
  ['embargo', { pubstatus: 'usable', embargoed: true }],
  ['embargo', { pubstatus: 'usable', embargoed: 20260313 }],
  ['embargo', { pubstatus: 'usable', embargo: 'until the speech' }],
  ['status', { pubstatus: 7 }],
  ['status', { pubstatus: ['withheld'] }],
  ['status', { pubstatus: { name: 'withheld' } }],
  ['draft', { pubstatus: 'usable', draft: true }],
  ['draft', { status: 'draft' }],
];

const NITF_DATES: Values = [
  ['until', '<date.release norm="20260313T060000Z"/>'],
  ['until', '<date.release norm="20260313T060000+0100"/>'],
  ['embargo', '<date.release norm="20260313T060000"/>'],
  ['embargo', '<date.release norm="20260320"/>'],
  ['embargo', '<date.release norm="Friday 6am"/>'],
];

const G2_EMBARGOES: Values = [
  ['until', '<embargoed>2026-03-13T06:00:00Z</embargoed><pubStatus qcode="stat:usable"/>'],
  ['embargo', '<embargoed>2026-03-13T06:00:00</embargoed><pubStatus qcode="stat:usable"/>'],
  ['embargo', '<embargoed>Friday 6am</embargoed><pubStatus qcode="stat:usable"/>'],
  ['embargo', '<embargoed/><pubStatus qcode="stat:usable"/>'],
  ['status', '<pubStatus/>'],
  ['hold', '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>'],
  ['kill', '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>'],
];

/** What the head of a page says. */
const PAGE_MARKS: Values = [
  ['draft', '<meta name="status" content="draft">'],
  ['embargo', '<meta name="embargo" content="Friday 6am">'],
  ['until', '<meta name="embargo" content="2026-03-13T06:00:00Z">'],
  ['future', '<meta property="article:published_time" content="2026-03-20T06:00:00Z">'],
  [
    'draft',
    '<script type="application/ld+json">{"@type":"NewsArticle","creativeWorkStatus":"Draft"}</script>',
  ],
];

interface Family<V> {
  name: string;
  format: string;
  values: readonly (readonly [Kind, V])[];
  build: (parts: Parts, value: V) => string;
}

/** One row for each value. The language of the story changes from row to row. */
function rowsOf<V extends string | object>({ name, format, values, build }: Family<V>): Row[] {
  return values.map(([kind, value], index) => {
    const language = LANGUAGES[index % LANGUAGES.length] ?? 'en';
    const { headline, lead, rest } = storyOf(language);
    const text = build({ language, headline, paragraphs: [lead, rest] }, value);
    const shown = typeof value === 'string' ? value : JSON.stringify(value);
    return { id: `${name}: ${shown}`, language, format, kind, text };
  });
}

export const STATUSES: readonly Row[] = [
  ...rowsOf({
    name: 'pubstatus',
    format: NINJS,
    values: WORDS,
    build: (parts, pubstatus) => ninjs(parts, { pubstatus }),
  }),
  ...rowsOf({
    name: 'pubStatus',
    format: NINJS,
    values: WORDS,
    build: (parts, pubStatus) => ninjs3(parts, { pubStatus }),
  }),
  ...rowsOf({ name: 'ninjs', format: NINJS, values: NINJS_FIELDS, build: ninjs }),
  ...rowsOf({
    name: 'management-status',
    format: NITF,
    values: NITF_STATUSES,
    build: (parts, word) => nitf(parts, '', ` management-status="${word}"`),
  }),
  ...rowsOf({ name: 'NITF', format: NITF, values: NITF_DATES, build: nitf }),
  ...rowsOf({
    name: 'qcode',
    format: G2,
    values: G2_STATUSES,
    build: (parts, qcode) => g2(parts, `<pubStatus qcode="${qcode}"/>`),
  }),
  ...rowsOf({ name: 'NewsML-G2', format: G2, values: G2_EMBARGOES, build: g2 }),
  ...rowsOf({ name: 'RSS', format: RSS, values: RSS_MARKS, build: rss }),
  ...rowsOf({ name: 'Atom', format: ATOM, values: ATOM_MARKS, build: atom }),
  ...rowsOf({ name: 'JSON Feed', format: JSON_FEED, values: JSON_FEED_MARKS, build: jsonFeed }),
  ...rowsOf({
    name: 'page',
    format: HTML,
    values: PAGE_MARKS,
    build: (parts, mark) => page(parts).replace('</head>', `${mark}</head>`),
  }),
  ...rowsOf({
    name: 'fragment with a comment',
    format: HTML,
    values: [['draft', 'data-status="draft"']],
    build: (parts, mark) =>
      `<article ${mark}><h1>${parts.headline}</h1>${paragraphsOf(parts.paragraphs)}</article>`,
  }),
];
