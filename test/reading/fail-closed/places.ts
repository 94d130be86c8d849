import { ATOM, G2, HTML, JSON_FEED, MARKDOWN, NINJS, NITF, RSS, TEXT } from './carriers.ts';
import { atom, g2, jsonFeed, ninjs, ninjs3, nitf, page, type Parts, paragraphsOf, rss } from './carriers.ts';
import type { Story } from './row.ts';

/** The place of a phrase in a document of a format. */
export interface Place {
  name: string;
  format: string;
  put: (phrase: string, story: Story, language: string) => string;
}

const blocks = (...texts: string[]): string => `${texts.join('\n\n')}\n`;
const partsOf = (story: Story, language: string): Parts => ({
  language,
  headline: story.headline,
  paragraphs: [story.lead, story.rest],
});
const bracketed = (phrase: string, language: string): string =>
  /^(ja|zh)/.test(language) ? `【${phrase}】` : `[${phrase}]`;

const place = (name: string, format: string, put: Place['put']): Place => ({ name, format, put });

/** Every place where a sender may write such a line. */
export const PLACES: readonly Place[] = [
  place('first line', TEXT, (p, s) => blocks(p, s.headline, s.lead, s.rest)),
  place('under the headline', TEXT, (p, s) => blocks(`${s.headline}\n${p}`, s.lead, s.rest)),
  place('after the headline', TEXT, (p, s) => blocks(s.headline, p, s.lead, s.rest)),
  place('last line', TEXT, (p, s) => blocks(s.headline, s.lead, s.rest, p)),
  place('before the contact', TEXT, (p, s) => blocks(s.headline, s.lead, s.rest, p, s.contact)),
  place('square brackets', TEXT, (p, s, l) => blocks(bracketed(p, l), s.headline, s.lead, s.rest)),
  place('round brackets at the end', TEXT, (p, s) => blocks(s.headline, s.lead, s.rest, `(${p})`)),
  place('stars', TEXT, (p, s) => blocks(`*** ${p} ***`, s.headline, s.lead, s.rest)),
  place('capitals', TEXT, (p, s, l) => blocks(p.toLocaleUpperCase(l), s.headline, s.lead, s.rest)),
  place('before the headline', TEXT, (p, s, l) => blocks(`${bracketed(p, l)} ${s.headline}`, s.lead, s.rest)),
  place('page, first paragraph', HTML, (p, s, l) =>
    page({ language: l, headline: s.headline, paragraphs: [`<strong>${p}</strong>`, s.lead, s.rest] }),
  ),
  place('page, last paragraph', HTML, (p, s, l) =>
    page({ language: l, headline: s.headline, paragraphs: [s.lead, s.rest, `<em>${p}</em>`] }),
  ),
  place('fragment, first paragraph', HTML, (p, s) =>
    paragraphsOf([`<b>${p}</b>`, `<strong>${s.headline}</strong>`, s.lead, s.rest]),
  ),
  place(
    'fragment, division above',
    HTML,
    (p, s) => `<div class="notice">${p}</div><h1>${s.headline}</h1>${paragraphsOf([s.lead, s.rest])}`,
  ),
  place(
    'fragment, last paragraph',
    HTML,
    (p, s) => `<h2>${s.headline}</h2>${paragraphsOf([s.lead, s.rest, p])}`,
  ),
  place('Markdown, bold first line', MARKDOWN, (p, s) =>
    blocks(`**${p}**`, `# ${s.headline}`, s.lead, s.rest),
  ),
  place('Markdown, after front matter', MARKDOWN, (p, s, l) =>
    blocks(`---\ntitle: ${JSON.stringify(s.headline)}\nlang: ${l}\n---`, `> ${p}`, s.lead, s.rest),
  ),
  place('Markdown, last line', MARKDOWN, (p, s) => blocks(`# ${s.headline}`, s.lead, s.rest, `*${p}*`)),
  place('ninjs, ednote', NINJS, (p, s, l) => ninjs(partsOf(s, l), { ednote: p })),
  place('ninjs 3, edNote', NINJS, (p, s, l) => ninjs3(partsOf(s, l), { pubStatus: 'usable', edNote: p })),
  place('ninjs, headline', NINJS, (p, s, l) =>
    ninjs({ ...partsOf(s, l), headline: `${bracketed(p, l)} ${s.headline}` }, { pubstatus: 'usable' }),
  ),
  place('ninjs, first paragraph', NINJS, (p, s, l) =>
    ninjs({ ...partsOf(s, l), paragraphs: [p, s.lead, s.rest] }, { pubstatus: 'usable' }),
  ),
  place('NITF, ed-msg', NITF, (p, s, l) => nitf(partsOf(s, l), `<ed-msg info="${p}"/>`)),
  place('NITF, first paragraph', NITF, (p, s, l) =>
    nitf({ ...partsOf(s, l), paragraphs: [p, s.lead, s.rest] }),
  ),
  place('NewsML-G2, edNote', G2, (p, s, l) =>
    g2(partsOf(s, l), `<pubStatus qcode="stat:usable"/><edNote>${p}</edNote>`),
  ),
  place('RSS, title', RSS, (p, s, l) =>
    rss({ ...partsOf(s, l), headline: `${bracketed(p, l)} ${s.headline}` }),
  ),
  place('RSS, first paragraph', RSS, (p, s, l) => rss({ ...partsOf(s, l), paragraphs: [p, s.lead, s.rest] })),
  place('Atom, last paragraph', ATOM, (p, s, l) =>
    atom({ ...partsOf(s, l), paragraphs: [s.lead, s.rest, p] }),
  ),
  place('JSON Feed, first line', JSON_FEED, (p, s, l) =>
    jsonFeed({ ...partsOf(s, l), paragraphs: [p, s.lead, s.rest] }),
  ),
];
