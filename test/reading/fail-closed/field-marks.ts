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
import type { Kind, Row } from './row.ts';
import { storyOf } from './stories.ts';

/** One submission: the language of the story, the kind of sign, the sign as it is written, and the document with it. */
type Mark<V> = readonly (readonly [language: string, kind: Kind, value: V])[];

const NINJS_FIELDS: Mark<object> = [
  ['en', 'hold', { slugline: 'HOLD-MUSEUM-OPENING' }],
  ['en', 'embargo', { slugline: 'EMBARGO: Museum' }],
  ['en', 'embargo', { slugline: 'museum-embargoed-til-friday' }],
  ['de', 'embargo', { slugline: 'SPERRFRIST Museum' }],
  ['fr', 'embargo', { slugline: 'MUSEE/SOUS EMBARGO' }],
  ['en', 'hold', { ednote: 'HOLD – legal is reading this' }],
  ['en', 'private', { ednote: 'Please do not use before the minister has spoken' }],
  ['en', 'embargo', { usageterms: 'Embargoed until the press conference ends' }],
  ['de', 'embargo', { usageterms: 'Verwendung erst nach Ablauf der Sperrfrist' }],
  ['en', 'private', { keywords: ['museum', 'do not publish'] }],
  ['en', 'embargo', { keywords: ['EMBARGOED'] }],
  ['en', 'hold', { keywords: 'hold, museum' }],
  ['en', 'private', { special_instructions: 'Do not use until cleared' }],
  ['en', 'private', { annotations: [{ id: 1, body: '<p>Not for publication until legal clears it</p>' }] }],
  ['en', 'hold', { subject: [{ code: 'hold', name: 'Hold for release' }] }],
  ['en', 'private', { copyrightnotice: 'Not for publication before 13 March' }],
  ['en', 'embargo', { extra: { embargo: 'Friday 6am' } }],
  ['es', 'embargo', { description_text: 'EMBARGADO HASTA EL VIERNES' }],
];

const NINJS_3: Mark<object> = [
  ['en', 'hold', { slugline: 'Museum-opening (HOLD)' }],
  ['it', 'embargo', { usageTerms: 'Sotto embargo fino a venerdì' }],
  ['en', 'draft', { edNote: 'First draft, not subbed, do not run' }],
];

const NITF_DOCDATA: Mark<string> = [
  ['en', 'hold', '<ed-msg msg-type="info" info="HOLD FOR ARRIVAL"/>'],
  ['en', 'embargo', '<doc.rights owner="Museum" limitations="Embargoed until Friday 6 a.m."/>'],
  ['en', 'until', '<doc.rights owner="Museum" startdate="20260313T060000Z"/>'],
  ['en', 'private', '<key-list><keyword key="DO NOT PUBLISH"/></key-list>'],
  ['de', 'embargo', '<key-list><keyword key="Sperrfrist"/></key-list>'],
  ['en', 'hold', '<du-key key="HOLD-Museum" generation="1"/>'],
];

const G2_META: Mark<string> = [
  ['en', 'hold', '<title>HOLD – Museum opening</title>'],
  ['en', 'embargo', '<signal qcode="sig:embargoed"/>'],
  ['en', 'hold', '<signal qcode="sig:hold"/>'],
  ['pt', 'embargo', '<edNote>Embargado até a manhã de sexta-feira</edNote>'],
];

const G2_CONTENT_META: Mark<string> = [
  ['en', 'hold', '<slugline>HOLD-MUSEUM</slugline>'],
  ['fr', 'embargo', '<slugline separator="-">musee-embargo-vendredi</slugline>'],
  ['en', 'private', '<keyword>not for publication</keyword>'],
  ['en', 'embargo', '<subject type="cpnat:abstract"><name>Embargoed</name></subject>'],
];

const RSS_FIELDS: Mark<string> = [
  ['en', 'draft', '<category>draft</category>'],
  ['en', 'embargo', '<category>News</category><category>Embargoed</category>'],
  ['en', 'hold', '<category domain="https://museum.example/workflow">hold</category>'],
  ['fr', 'draft', '<category>Brouillon</category>'],
  ['es', 'hold', '<category>En espera</category>'],
  ['en', 'embargo', '<dc:rights>Embargoed until Friday, 6 a.m.</dc:rights>'],
  ['nl', 'embargo', '<media:copyright>Onder embargo tot vrijdag</media:copyright>'],
  ['en', 'private', '<dc:subject>do not publish</dc:subject>'],
  [
    'en',
    'embargo',
    '<wp:status>publish</wp:status><wp:postmeta><wp:meta_key>embargo_until</wp:meta_key><wp:meta_value>Friday 6am</wp:meta_value></wp:postmeta>',
  ],
  [
    'en',
    'hold',
    '<wp:status>publish</wp:status><category domain="post_tag" nicename="on-hold"><![CDATA[On hold]]></category>',
  ],
];

const ATOM_FIELDS: Mark<string> = [
  ['en', 'draft', '<category term="draft"/>'],
  ['en', 'embargo', '<category term="x17" label="Embargoed"/>'],
  ['en', 'hold', '<category term="hold" scheme="https://museum.example/status"/>'],
  ['de', 'draft', '<category term="Entwurf"/>'],
  ['en', 'embargo', '<rights>Not for publication before Friday</rights>'],
];

const JSON_FEED_FIELDS: Mark<object> = [
  ['en', 'embargo', { tags: ['museums', 'embargoed'] }],
  ['en', 'hold', { _newsroom: { hold: true } }],
  ['en', 'private', { _desk: { note: 'Do not publish before Friday' } }],
];

const FRONT_MATTER: Mark<string> = [
  ['en', 'draft', 'tags: [draft]'],
  ['en', 'hold', 'categories:\n  - hold'],
  ['ja', 'embargo', 'tags: [解禁前]'],
];

const PAGE_HEADS: Mark<string> = [
  ['en', 'embargo', '<meta name="keywords" content="museum, embargoed">'],
  ['en', 'embargo', '<meta name="rights" content="Embargoed until Friday 6 a.m.">'],
  [
    'en',
    'embargo',
    '<script type="application/ld+json">{"@type":"NewsArticle","conditionsOfAccess":"Embargoed until Friday"}</script>',
  ],
];

/** What stands above the article of a page: a banner of the site. */
const BANNERS: Mark<string> = [
  ['en', 'embargo', '<header><div class="banner">Embargoed until Friday, 6 a.m.</div></header>'],
  ['en', 'draft', '<div class="alert">Not yet published – preview</div>'],
  ['en', 'draft', '<div role="banner">DRAFT – not yet approved</div>'],
  ['de', 'embargo', '<header><p>Sperrfrist: Freitag, 6 Uhr</p></header>'],
  ['en', 'private', '<div class="preview-bar">Preview only. Not for publication.</div>'],
];

const NEWSML_1: Mark<{ meta?: string; lines?: string; rights?: string }> = [
  ['en', 'hold', { lines: '<SlugLine>HOLD-MUSEUM</SlugLine>' }],
  ['en', 'embargo', { lines: '<KeywordLine>embargoed</KeywordLine>' }],
  ['en', 'embargo', { rights: '<UsageRights><UsageType>Embargoed until Friday</UsageType></UsageRights>' }],
];

const AP: Mark<object> = [
  ['en', 'hold', { title: 'HOLD-Museum' }],
  ['en', 'embargo', { ednote: 'Eds: embargoed until 6 a.m. Friday.' }],
  ['en', 'embargo', { rightsline: 'Embargoed until Friday.' }],
];

/** Lines in languages whose wordings are many. */
const LINES: Mark<string> = [
  ['ru', 'embargo', 'Запрет на публикацию до пятницы'],
  ['ru', 'private', 'Материал не подлежит публикации до 13 марта'],
  ['ru', 'hold', 'Не выпускать до особого распоряжения'],
  ['ru', 'withdrawal', 'Материал снят с выпуска, просьба не использовать'],
  ['tr', 'embargo', 'YAYIN YASAĞI: cuma 06.00’ya kadar'],
  ['tr', 'private', 'Cuma sabahına kadar yayımlamayınız'],
  ['tr', 'draft', 'Taslaktır, yayına hazır değil'],
  ['tr', 'embargo', 'Ambargolu haber: cuma saat 06.00'],
  ['bg', 'private', 'Да не се публикува преди петък'],
  ['bg', 'draft', 'Чернова – не е за публикуване'],
  ['bg', 'embargo', 'Забранено за разпространение до петък, 6 ч.'],
  ['ja', 'embargo', '情報解禁：土曜日 午前6時'],
  ['ja', 'private', '13日朝刊まで報道を控えてください'],
  ['ja', 'hold', '確認中につき掲載見合わせ'],
  ['ja', 'draft', '下書き（公開不可）'],
];

interface Family<V> {
  name: string;
  format: string;
  marks: Mark<V>;
  build: (parts: Parts, value: V) => string;
}

function rowsOf<V extends string | object>({ name, format, marks, build }: Family<V>): Row[] {
  return marks.map(([language, kind, value]) => {
    const { headline, lead, rest } = storyOf(language);
    const text = build({ language, headline, paragraphs: [lead, rest] }, value);
    const shown = typeof value === 'string' ? value : JSON.stringify(value);
    return { id: `${name}, field: ${shown}`, language, format, kind, text };
  });
}

/** Signs that a sender writes into a field that has another purpose: slug lines, keywords, rights, banners. */
export const FIELD_MARKS: readonly Row[] = [
  ...rowsOf({
    name: 'ninjs',
    format: NINJS,
    marks: NINJS_FIELDS,
    build: (parts, fields) => ninjs(parts, { pubstatus: 'usable', ...fields }),
  }),
  ...rowsOf({
    name: 'ninjs 3',
    format: NINJS,
    marks: NINJS_3,
    build: (parts, fields) => ninjs3(parts, { pubStatus: 'usable', ...fields }),
  }),
  ...rowsOf({ name: 'NITF', format: NITF, marks: NITF_DOCDATA, build: nitf }),
  ...rowsOf({
    name: 'NewsML-G2',
    format: G2,
    marks: G2_META,
    build: (parts, meta) => g2(parts, `<pubStatus qcode="stat:usable"/>${meta}`),
  }),
  ...rowsOf({
    name: 'NewsML-G2',
    format: G2,
    marks: G2_CONTENT_META,
    build: (parts, meta) =>
      g2(parts, '<pubStatus qcode="stat:usable"/>').replace('</contentMeta>', `${meta}</contentMeta>`),
  }),
  ...rowsOf({ name: 'RSS', format: RSS, marks: RSS_FIELDS, build: rss }),
  ...rowsOf({ name: 'Atom', format: ATOM, marks: ATOM_FIELDS, build: atom }),
  ...rowsOf({ name: 'JSON Feed', format: JSON_FEED, marks: JSON_FEED_FIELDS, build: jsonFeed }),
  ...rowsOf({
    name: 'front matter',
    format: MARKDOWN,
    marks: FRONT_MATTER,
    build: ({ headline, paragraphs }, line) =>
      `---\ntitle: ${headline}\n${line}\n---\n\n${paragraphs.join('\n\n')}\n`,
  }),
  ...rowsOf({
    name: 'page',
    format: HTML,
    marks: PAGE_HEADS,
    build: (parts, head) => page(parts).replace('</head>', `${head}</head>`),
  }),
  ...rowsOf({
    name: 'page',
    format: HTML,
    marks: BANNERS,
    build: (parts, banner) => page(parts).replace('<main>', `${banner}<main>`),
  }),
  ...rowsOf({ name: 'NewsML 1', format: NEWSML1, marks: NEWSML_1, build: newsml1 }),
  ...rowsOf({ name: 'AP JSON', format: AP_JSON, marks: AP, build: apJson }),
  ...rowsOf({
    name: 'text',
    format: TEXT,
    marks: LINES,
    build: ({ headline, paragraphs }, line) => [line, headline, ...paragraphs].join('\n\n'),
  }),
];
