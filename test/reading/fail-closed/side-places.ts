import { ATOM, atom, G2, g2, HTML, JSON_FEED, jsonFeed, MARKDOWN, NINJS, ninjs, ninjs3 } from './carriers.ts';
import { NITF, nitf, page, type Parts, paragraphsOf, RSS, rss, TEXT } from './carriers.ts';
import type { Place } from './places.ts';
import type { Row, Story } from './row.ts';
import { storyOf } from './stories.ts';

const partsOf = (story: Story, language: string): Parts => ({
  language,
  headline: story.headline,
  paragraphs: [story.lead, story.rest],
});
const place = (name: string, format: string, put: Place['put']): Place => ({ name, format, put });
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
const above = (line: string, { headline, lead, rest }: Story): string =>
  [line, headline, lead, rest].join('\n\n');

/** Places and spellings that are rarer, but that senders use. */
const PLACES: readonly Place[] = [
  place(
    'heading of a fragment',
    HTML,
    (p, s) => `<h1>${p}</h1><h2>${s.headline}</h2>${paragraphsOf([s.lead, s.rest])}`,
  ),
  place(
    'table cell',
    HTML,
    (p, s) => `<table><tr><td>${p}</td></tr></table><h1>${s.headline}</h1>${paragraphsOf([s.lead, s.rest])}`,
  ),
  place(
    'list item',
    HTML,
    (p, s) => `<ul><li>${p}</li></ul><h1>${s.headline}</h1>${paragraphsOf([s.lead, s.rest])}`,
  ),
  place('line break', HTML, (p, s) => `<p><b>${p}</b><br>${s.lead}</p><p>${s.rest}</p>`),
  place('header of a page', HTML, (p, s, l) =>
    page(partsOf(s, l)).replace('<h1>', `<header><p>${p}</p></header><h1>`),
  ),
  place('aside of a page', HTML, (p, s, l) =>
    page(partsOf(s, l)).replace('</h1>', `</h1><aside>${p}</aside>`),
  ),
  place('above the article of a page', HTML, (p, s, l) =>
    page(partsOf(s, l)).replace('<main>', `<p>${p}</p><main>`),
  ),
  place('title of a page', HTML, (p, s, l) => page(partsOf(s, l)).replace('<title>', `<title>${p} | `)),
  place('Markdown, heading', MARKDOWN, (p, s) => `# ${p}\n\n## ${s.headline}\n\n${s.lead}\n\n${s.rest}\n`),
  place(
    'Markdown, comment',
    MARKDOWN,
    (p, s) => `<!-- ${p} -->\n\n# ${s.headline}\n\n${s.lead}\n\n${s.rest}\n`,
  ),
  place('ninjs, slugline', NINJS, (p, s, l) => ninjs(partsOf(s, l), { pubstatus: 'usable', slugline: p })),
  place('ninjs, usageterms', NINJS, (p, s, l) =>
    ninjs(partsOf(s, l), { pubstatus: 'usable', usageterms: p }),
  ),
  place('ninjs, last paragraph', NINJS, (p, s, l) =>
    ninjs({ ...partsOf(s, l), paragraphs: [s.lead, s.rest, p] }),
  ),
  place('ninjs 3, description', NINJS, (p, s, l) =>
    ninjs3(partsOf(s, l), { pubStatus: 'usable', descriptions: [{ role: 'summary', value: p }] }),
  ),
  place('NITF, hl2', NITF, (p, s, l) => nitf(partsOf(s, l)).replace('</hl1>', `</hl1><hl2>${p}</hl2>`)),
  place('NITF, note', NITF, (p, s, l) =>
    nitf(partsOf(s, l)).replace(
      '</hedline>',
      `</hedline><note noteclass="editorsnote"><body.content><p>${p}</p></body.content></note>`,
    ),
  ),
  place('NITF, tagline', NITF, (p, s, l) =>
    nitf(partsOf(s, l)).replace(
      '</body.content></body>',
      `</body.content><body.end><tagline>${p}</tagline></body.end></body>`,
    ),
  ),
  place('NewsML-G2, headline', G2, (p, s, l) =>
    g2({ ...partsOf(s, l), headline: `${p} – ${s.headline}` }, '<pubStatus qcode="stat:usable"/>'),
  ),
  place('NewsML-G2, usageTerms', G2, (p, s, l) =>
    g2(partsOf(s, l)).replace(
      '<itemMeta>',
      `<rightsInfo><usageTerms>${p}</usageTerms></rightsInfo><itemMeta>`,
    ),
  ),
  place('RSS, description', RSS, (p, s, l) => rss(partsOf(s, l), `<description>${p}</description>`)),
  place('RSS, last paragraph', RSS, (p, s, l) => rss({ ...partsOf(s, l), paragraphs: [s.lead, s.rest, p] })),
  place('RSS, category', RSS, (p, s, l) => rss(partsOf(s, l), `<category>${p}</category>`)),
  place('Atom, title', ATOM, (p, s, l) => atom({ ...partsOf(s, l), headline: `(${p}) ${s.headline}` })),
  place('Atom, summary', ATOM, (p, s, l) => atom(partsOf(s, l), `<summary>${p}</summary>`)),
  place('JSON Feed, content_html', JSON_FEED, (p, s, l) =>
    jsonFeed(partsOf(s, l), {
      content_text: undefined,
      content_html: paragraphsOf([`<em>${p}</em>`, s.lead, s.rest]),
    }),
  ),
  place('JSON Feed, title', JSON_FEED, (p, s, l) =>
    jsonFeed({ ...partsOf(s, l), headline: `[${p}] ${s.headline}` }),
  ),
  place('full-width letters', TEXT, (p, s) => above(wide(p), s)),
  place('spaces that do not break', TEXT, (p, s) => above(p.replaceAll(' ', '\u{a0}'), s)),
  place('a soft hyphen inside', TEXT, (p, s) => above(p.replace(/(\p{L}{3})(?=\p{L})/u, '$1\u{ad}'), s)),
  place('underlined', TEXT, (p, s) => above(`${p}\n${'='.repeat(40)}`, s)),
  place('bullet', TEXT, (p, s) => above(`• ${p}`, s)),
  place('after an agency slug', TEXT, (p, s) => above(`BC-MUSEUM-OPENING, 2nd Ld\n${p}`, s)),
  place('after the end mark', TEXT, (p, s) => `${s.headline}\n\n${s.lead}\n\n${s.rest}\n\n-ENDS-\n\n${p}\n`),
  place('after the sender’s address', TEXT, (p, s) => above(`${s.contact}\n\n${p}`, s)),
];

/** Phrases whose meaning leaves no doubt, so that they must be understood wherever they stand. */
const PHRASES: readonly (readonly [language: string, kind: Row['kind'], phrase: string])[] = [
  ['en', 'embargo', 'EMBARGOED UNTIL SATURDAY'],
  ['de', 'embargo', 'Sperrfrist: Samstag, 18 Uhr'],
  ['ja', 'embargo', '報道解禁：土曜日 午後6時'],
  ['fr', 'private', 'NE PAS PUBLIER AVANT SAMEDI'],
  ['ru', 'private', 'НЕ ПУБЛИКОВАТЬ ДО СУББОТЫ'],
  ['es', 'draft', 'BORRADOR – NO PUBLICAR'],
];

/** The encodings that a submission may declare or begin with. */
function utf16(text: string): Uint8Array {
  return Buffer.from(`\u{feff}${text}`, 'utf16le');
}

const ENCODED: readonly Row[] = PHRASES.flatMap(([language, kind, phrase]) => {
  const text = above(phrase, storyOf(language));
  const wideRow: Row = { id: `UTF-16: ${phrase}`, language, format: 'text/plain', kind, text: utf16(text) };
  if (!/^(de|en|es)$/.test(language)) return [wideRow];
  const bytes = Buffer.from(text.replaceAll('–', '-'), 'latin1');
  const narrow: Row = {
    id: `Latin-1: ${phrase}`,
    language,
    format: 'text/plain; charset=iso-8859-1',
    kind,
    text: bytes,
  };
  return [wideRow, narrow];
});

/** Two of the phrases in each place. */
export const SIDE_PLACES: readonly Row[] = [
  ...PLACES.flatMap(({ name, format, put }, index) =>
    [index, index + 1 + (index % 4)].flatMap((at) => {
      const [language, kind, phrase] = PHRASES[at % PHRASES.length] ?? [];
      if (language === undefined || kind === undefined || phrase === undefined) return [];
      const text = put(phrase, storyOf(language), language);
      return [{ id: `${name}: ${phrase}`, language, format, kind, text }];
    }),
  ),
  ...ENCODED,
];
