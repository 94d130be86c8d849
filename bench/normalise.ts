import sanitizeHtml from 'sanitize-html';
import { SANITISER_OPTIONS } from '../shared/reading/markup/sanitise.ts';
import { fromHtml } from '../shared/reading/body/html.ts';
import { fromPage } from '../shared/reading/formats/page/page.ts';
import { compared, cpu } from './cpu.ts';

/**
 * Compares the time that Wiredesk needs to read HTML with the time that sanitize-html alone needs for the same HTML.
 */

const CONTEXT = { language: 'en', boilerplate: [], base: 'https://desk.example/' };
/** The largest allowed ratios: the CPU time of our code divided by that of sanitize-html alone. */
const MAX_RATIO = { fragment: 4, page: 6 };
/** Hostile markup must be refused within this time. */
const REFUSAL_MILLISECONDS = 50;

const PARAGRAPHS = [
  'Traffic has been back on the <a href="/bridge?utm_source=x">bridge</a> since noon, the council said on Monday, <b>two weeks</b> early.',
  'The work had been planned for three years &amp; cost less than was feared; “we are glad,” said Jane Roe, who runs the café beside it.',
  'Residents waited in the <em>rain</em> for the ribbon to be cut. It was the first dry month since April, and the river had been falling.',
  'A second lane is to follow by the end of the year. Whether the tram will ever cross the river again has not been decided.',
];

/** A story with this number of paragraphs, in the markup of a content management system. */
export function fragment(paragraphs: number): string {
  const parts = Array.from({ length: paragraphs }, (_, at) => {
    const text = `<p class="body">${PARAGRAPHS[at % PARAGRAPHS.length]}</p>`;
    if (at % 8 === 3) return `${text}<h2>Part ${at}</h2>`;
    if (at % 8 === 5)
      return `${text}<figure><img src="/pictures/${at}.jpg" width="640" height="480" alt="The bridge"><figcaption>The bridge</figcaption></figure>`;
    if (at % 8 === 7) return `${text}<ul><li>one <i>lane</i></li><li>two lanes</li></ul>`;
    return text;
  });
  return parts.join('\n');
}

/** The same story in a web page, with navigation, related links and a footer. */
export function page(paragraphs: number): string {
  const links = (count: number, name: string): string =>
    `<ul class="${name}">${Array.from({ length: count }, (_, at) => `<li><a href="/${name}/${at}">Story ${at} of the ${name}</a></li>`).join('')}</ul>`;
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The bridge reopens - The Desk</title>' +
    '<meta property="og:title" content="The bridge reopens"><meta name="author" content="Jane Roe">' +
    '<link rel="canonical" href="https://desk.example/bridge"><meta property="article:published_time" content="2026-04-13T09:30:00Z">' +
    `<style>${'.story p { margin: 0 } '.repeat(60)}</style><script>${'window.page = window.page || [];'.repeat(60)}</script></head><body>` +
    `<header><nav>${links(20, 'sections')}</nav></header><main><article class="story"><h1>The bridge reopens</h1>` +
    `${fragment(paragraphs)}</article><aside>${links(30, 'related')}</aside></main><footer>${links(25, 'footer')}</footer></body></html>`
  );
}

/** The sizes of the inputs, in paragraphs. */
const SIZES = [10, 60, 400];
const INPUTS = [
  ...SIZES.map((size) => ({ kind: 'fragment' as const, size, html: fragment(size), read: fromHtml })),
  ...SIZES.map((size) => ({ kind: 'page' as const, size, html: page(size), read: fromPage })),
];

export async function run(): Promise<void> {
  // V8 compiles frequently called functions, and the CPU time of its compiler threads is counted. Run everything once
  // first, so that the compilation is not counted for the first input.
  for (const { html, read } of INPUTS) {
    cpu(() => read(html, CONTEXT));
    cpu(() => sanitizeHtml(html, SANITISER_OPTIONS));
  }
  for (const { kind, size, html, read } of INPUTS) {
    const { pipeline, baseline } = compared(
      () => read(html, CONTEXT),
      () => sanitizeHtml(html, SANITISER_OPTIONS),
    );
    const kilobytes = (html.length / 1024).toFixed(0).padStart(4);
    const ratio = pipeline / baseline;
    console.log(
      `${kind} of ${size} paragraphs, ${kilobytes} kB: pipeline ${pipeline.toFixed(2)} ms, sanitize-html alone ${baseline.toFixed(2)} ms: ` +
        `${ratio.toFixed(1)} × (at most ${MAX_RATIO[kind]})${ratio > MAX_RATIO[kind] ? ' TOO MUCH' : ''}`,
    );
  }
  const unclosed = '<b>'.repeat(80_000);
  const refused = fromHtml(unclosed, CONTEXT);
  const refusal = cpu(() => fromHtml(unclosed, CONTEXT));
  console.log(
    `<b> × 80,000: ${refused.ok ? 'ACCEPTED' : refused.rejection.code} in ${refusal.toFixed(2)} ms (at most ${REFUSAL_MILLISECONDS})`,
  );
}
