import { expect, test } from 'vitest';
import type { Byline } from '../../../shared/domain/article.ts';
import { fromPlainText } from '../../../shared/normalise/text/plain-text.ts';
import { generate } from './generator.ts';

/** The quick suite makes 40; WIREDESK_GENERATED=200 and WIREDESK_SEED are for longer runs. */
const COUNT = Number(process.env['WIREDESK_GENERATED'] ?? 40);
const SEED = Number(process.env['WIREDESK_SEED'] ?? 1);

const credits = (bylines: readonly Byline[]): string =>
  bylines
    .map(({ name, role }) => `${name}/${role ?? ''}`)
    .sort()
    .join(' ');

const SCRIPT = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' } as const;
const plain = (html: string): string[] =>
  html === ''
    ? []
    : html
        .slice(3, -4)
        .split(/<\/p>\n<p>/u)
        .map((body) =>
          body.replace(/&(?:lt|gt|quot|amp);/gu, (entity) => SCRIPT[entity as keyof typeof SCRIPT]),
        );

test(`${COUNT} articles made from the rules' shapes (seed ${SEED})`, () => {
  const wrong: string[] = [];
  const lost: string[] = [];
  let fields = 0;
  for (let index = 0; index < COUNT; index++) {
    const made = generate(SEED, index);
    const article = fromPlainText(made.text, { language: 'und', boilerplate: [] });
    const body = plain(article.bodyHtml);
    const checks: Record<string, [unknown, unknown]> = {
      headline: [article.headline, made.headline],
      language: [article.language, made.language],
      bylines: [credits(article.bylines), credits(made.bylines)],
      body: [body.join('\n'), made.story.join('\n')],
      removed: [made.boilerplate.filter((line) => !article.removed.includes(line)).join('\n'), ''],
    };
    for (const [field, [got, wanted]] of Object.entries(checks)) {
      fields++;
      if (got !== wanted)
        wrong.push(`#${index} ${made.language} ${field}: ${String(got)} ≠ ${String(wanted)}`);
    }
    for (const paragraph of made.story) if (!body.includes(paragraph)) lost.push(`#${index}: ${paragraph}`);
  }
  expect(lost).toEqual([]);
  const share = 1 - wrong.length / fields;
  expect(share, `${wrong.length} of ${fields} fields wrong:\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(
    0.98,
  );
});
