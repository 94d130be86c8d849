import { expect } from 'vitest';
import type { Byline } from '../../../shared/domain/article.ts';
import { fromPlainText } from '../../../shared/reading/body/plain-text.ts';
import { bodyParagraphs } from './fixture.ts';
import { generate } from './generator.ts';

const credits = (bylines: readonly Byline[]): string =>
  bylines
    .map(({ name, role }) => `${name}/${role ?? ''}`)
    .sort()
    .join(' ');

/** The share of fields that must be right. */
const LEAST_RIGHT = 0.98;
/** With fewer fields than this, one wrong field is more than 2 %. */
const ENOUGH_FIELDS = 100;

/**
 * Generates articles and reads them. No paragraph of a story may be lost. Each article is compared in five fields
 * (`checks`), and at least 98 % of the fields of all articles must be right. The same holds for each language, if there
 * are enough articles for a percentage.
 */
export function judgeGenerated(count: number, seed: number): void {
  const wrong: string[] = [];
  const lost: string[] = [];
  let fields = 0;
  const byLanguage = new Map<string, { fields: number; wrong: number }>();
  for (let index = 0; index < count; index++) {
    const made = generate(seed, index);
    const article = fromPlainText(made.text, { language: 'und', boilerplate: [] });
    const body = bodyParagraphs(article.bodyHtml);
    const checks: Record<string, [string, string]> = {
      headline: [article.headline, made.headline],
      language: [article.language, made.language],
      bylines: [credits(article.bylines), credits(made.bylines)],
      body: [body.join('\n'), made.story.join('\n')],
      removed: [made.boilerplate.filter((line) => !article.removed.includes(line)).join('\n'), ''],
    };
    const own = byLanguage.get(made.language) ?? { fields: 0, wrong: 0 };
    byLanguage.set(made.language, own);
    for (const [field, [got, wanted]] of Object.entries(checks)) {
      fields++;
      own.fields++;
      if (got === wanted) continue;
      own.wrong++;
      wrong.push(`#${index} ${made.language} ${field}: ${got} ≠ ${wanted}`);
    }
    for (const paragraph of made.story) if (!body.includes(paragraph)) lost.push(`#${index}: ${paragraph}`);
  }
  console.log(`${fields - wrong.length} of ${fields} fields of ${count} articles are right (seed ${seed})`);
  expect(lost).toEqual([]);
  expect(1 - wrong.length / fields, wrong.join('\n')).toBeGreaterThanOrEqual(LEAST_RIGHT);
  for (const [language, own] of byLanguage) {
    if (own.fields < ENOUGH_FIELDS) continue;
    expect(1 - own.wrong / own.fields, `${language}: ${wrong.join('\n')}`).toBeGreaterThanOrEqual(
      LEAST_RIGHT,
    );
  }
}
