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
  ninjs3,
  NITF,
  nitf,
} from './carriers.ts';
import { page, type Parts, RSS, rss, TEXT } from './carriers.ts';
import { AP_JSON, apJson, NEWSML1, newsml1 } from './carriers-further.ts';
import type { NearMiss } from './row.ts';
import { storyOf } from './stories.ts';

type Mentions<V> = readonly (readonly [language: string, value: V])[];

const NINJS_FIELDS: Mentions<object> = [
  ['en', { slugline: 'NBA-DRAFT-LOTTERY' }],
  ['en', { slugline: 'CUBA-EMBARGO-ANNIVERSARY' }],
  ['en', { slugline: 'HOLDINGS-RESULTS' }],
  ['en', { slugline: 'Kill-Bill-reunion' }],
  ['en', { slugline: 'household-debt' }],
  ['en', { slugline: 'BC-FBN--NFL-Draft' }],
  ['en', { keywords: ['NFL draft', 'arms embargo', 'hold music'] }],
  ['en', { keywords: ['draft beer', 'breweries'] }],
  ['de', { keywords: ['Gesetzentwurf', 'Waffenembargo'] }],
  ['en', { usageterms: 'For editorial use only. Mandatory credit.' }],
  ['en', { usageterms: 'Free to use without restriction' }],
  ['en', { usageterms: 'No use after 30 days. Not for resale.' }],
  ['en', { usageterms: 'Not for use in China' }],
  ['en', { ednote: 'Embargo lifted. Free to use now.' }],
  ['en', { ednote: 'Embargo lifts the price of oil: quote in paragraph 2 added' }],
  ['en', { subject: [{ code: 'medtop:20000344', name: 'embargo' }] }],
  ['en', { copyrightnotice: 'Copyright 2026 Harbour Holdings' }],
  ['de', { usageterms: 'Nur für redaktionelle Zwecke' }],
];

const NITF_DOCDATA: Mentions<string> = [
  ['en', '<doc.rights owner="Harbour Holdings" limitations="editorial use only"/>'],
  ['en', '<doc.rights owner="Museum" startdate="20260301T060000Z"/>'],
  ['en', '<key-list><keyword key="oil embargo"/><keyword key="NHL draft"/></key-list>'],
  ['en', '<du-key key="NFL-Draft" generation="1"/>'],
];

const G2_META: Mentions<string> = [
  ['en', '<title>Oil embargo ends</title>'],
  ['en', '<signal qcode="sig:update"/>'],
  ['en', '<edNote>Embargo has been lifted; the text is free for use</edNote>'],
];

const G2_CONTENT_META: Mentions<string> = [
  ['en', '<slugline separator="-">NBA-DRAFT</slugline>'],
  ['en', '<slugline>OIL-EMBARGO</slugline>'],
  ['en', '<keyword>draft law</keyword><keyword>release notes</keyword>'],
  ['en', '<subject type="cpnat:abstract"><name>economic sanction and embargo</name></subject>'],
];

const RSS_FIELDS: Mentions<string> = [
  ['en', '<category>NFL Draft</category>'],
  ['en', '<category>Draft beer</category>'],
  ['en', '<category>Sports</category><category>NBA</category><category>Draft</category>'],
  ['en', '<category>Holds &amp; Throws</category>'],
  ['fr', '<category>Embargo sur les armes</category>'],
  ['en', '<category>Killers (band)</category>'],
  ['en', '<dc:rights>© 2026 Harbour Holdings. All rights reserved.</dc:rights>'],
  ['en', '<media:copyright>Harbour Press, published under licence</media:copyright>'],
  [
    'en',
    '<wp:status>publish</wp:status><wp:postmeta><wp:meta_key>_edit_lock</wp:meta_key><wp:meta_value>1773306000:1</wp:meta_value></wp:postmeta>',
  ],
];

const ATOM_FIELDS: Mentions<string> = [
  ['en', '<category term="nfl-draft" label="NFL Draft"/>'],
  ['en', '<category term="hold-em" label="Texas hold ’em"/>'],
  ['en', '<category term="embargo" label="Trade embargoes"/>'],
  ['en', '<rights>Licensed under CC BY 4.0</rights>'],
];

const JSON_FEED_FIELDS: Mentions<object> = [
  ['en', { tags: ['nba draft', 'basketball'] }],
  ['en', { _newsroom: { hold: false, embargo: null } }],
  ['en', { _links: { draft_history: 'https://museum.example/history' } }],
];

const FRONT_MATTER: Mentions<string> = [
  ['en', 'tags: [nfl-draft, football]'],
  ['en', 'categories:\n  - military draft'],
  ['en', 'keywords: hold music, killing time'],
];

const PAGE_HEADS: Mentions<string> = [
  ['en', '<meta name="robots" content="noindex, nofollow">'],
  ['en', '<meta name="keywords" content="arms embargo, draft beer">'],
  ['en', '<meta name="rights" content="Harbour Holdings">'],
];

const BANNERS: Mentions<string> = [
  ['en', '<header><nav><a href="/nfl-draft">NFL Draft</a> <a href="/embargo">Oil embargo</a></nav></header>'],
  ['en', '<header><p>Latest: court puts travel ban on hold</p></header>'],
  ['en', '<div role="banner">Harbour News: published every Friday since 1902</div>'],
  ['en', '<div class="ticker">EU to lift arms embargo on Friday, minister says</div>'],
];

const NEWSML_1: Mentions<{ meta?: string; lines?: string; rights?: string }> = [
  ['en', { lines: '<SlugLine>NBA-DRAFT</SlugLine>' }],
  ['en', { lines: '<KeywordLine>oil embargo</KeywordLine>' }],
  ['en', { rights: '<UsageRights><UsageType>editorial use</UsageType></UsageRights>' }],
];

const AP: Mentions<object> = [
  ['en', { title: 'FBN--NFL Draft' }],
  ['en', { ednote: 'Eds: UPDATES: With quotes; embargo paragraph moved up.' }],
  ['en', { rightsline: 'Copyright 2026. Not for resale.' }],
];

/** Lines that let a text go out. */
const LINES: Mentions<string> = [
  ['fi', 'Vapaa julkaistavaksi heti'],
  ['fi', 'JULKAISTAVISSA HETI'],
  ['sv', 'Fri för publicering omedelbart'],
  ['de', 'Zur sofortigen Veröffentlichung frei'],
  ['en', 'FOR IMMEDIATE RELEASE'],
  ['fr', 'POUR DIFFUSION IMMÉDIATE'],
  ['ru', 'Для немедленной публикации'],
  ['tr', 'Hemen yayımlanabilir'],
  ['bg', 'За незабавно публикуване'],
  ['en', 'No embargo'],
];

interface Family<V> {
  name: string;
  format: string;
  mentions: Mentions<V>;
  build: (parts: Parts, value: V) => string;
}

function rowsOf<V extends string | object>({ name, format, mentions, build }: Family<V>): NearMiss[] {
  return mentions.map(([language, value]) => {
    const { headline, lead, rest } = storyOf(language);
    const text = build({ language, headline, paragraphs: [lead, rest] }, value);
    const shown = typeof value === 'string' ? value : JSON.stringify(value);
    const id = `${name}, field: ${shown}`;
    return { id, language, format, kind: 'near', text, headline, sentence: rest };
  });
}

/** Fields that only mention such words, and lines that let a text go out. */
export const FIELD_MENTIONS: readonly NearMiss[] = [
  ...rowsOf({
    name: 'ninjs',
    format: NINJS,
    mentions: NINJS_FIELDS,
    build: (parts, fields) => ninjs(parts, { pubstatus: 'usable', ...fields }),
  }),
  ...rowsOf({
    name: 'ninjs 3',
    format: NINJS,
    mentions: [
      ['en', { slugline: 'NBA-DRAFT' }],
      ['en', { usageTerms: 'Editorial use only' }],
    ],
    build: (parts, fields) => ninjs3(parts, { pubStatus: 'usable', ...fields }),
  }),
  ...rowsOf({ name: 'NITF', format: NITF, mentions: NITF_DOCDATA, build: nitf }),
  ...rowsOf({
    name: 'NewsML-G2',
    format: G2,
    mentions: G2_META,
    build: (parts, meta) => g2(parts, `<pubStatus qcode="stat:usable"/>${meta}`),
  }),
  ...rowsOf({
    name: 'NewsML-G2',
    format: G2,
    mentions: G2_CONTENT_META,
    build: (parts, meta) =>
      g2(parts, '<pubStatus qcode="stat:usable"/>').replace('</contentMeta>', `${meta}</contentMeta>`),
  }),
  ...rowsOf({ name: 'RSS', format: RSS, mentions: RSS_FIELDS, build: rss }),
  ...rowsOf({ name: 'Atom', format: ATOM, mentions: ATOM_FIELDS, build: atom }),
  ...rowsOf({ name: 'JSON Feed', format: JSON_FEED, mentions: JSON_FEED_FIELDS, build: jsonFeed }),
  ...rowsOf({
    name: 'front matter',
    format: MARKDOWN,
    mentions: FRONT_MATTER,
    build: ({ headline, paragraphs }, line) =>
      `---\ntitle: ${headline}\n${line}\n---\n\n${paragraphs.join('\n\n')}\n`,
  }),
  ...rowsOf({
    name: 'page',
    format: HTML,
    mentions: PAGE_HEADS,
    build: (parts, head) => page(parts).replace('</head>', `${head}</head>`),
  }),
  ...rowsOf({
    name: 'page',
    format: HTML,
    mentions: BANNERS,
    build: (parts, banner) => page(parts).replace('<main>', `${banner}<main>`),
  }),
  ...rowsOf({ name: 'NewsML 1', format: NEWSML1, mentions: NEWSML_1, build: newsml1 }),
  ...rowsOf({ name: 'AP JSON', format: AP_JSON, mentions: AP, build: apJson }),
  ...rowsOf({
    name: 'text',
    format: TEXT,
    mentions: LINES,
    build: ({ headline, paragraphs }, line) => [line, headline, ...paragraphs].join('\n\n'),
  }),
];
