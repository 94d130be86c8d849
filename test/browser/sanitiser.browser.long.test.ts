import { expect, test } from 'vitest';
import { fromHtml } from '../../shared/reading/body/html.ts';
import { sanitise } from '../../shared/reading/markup/sanitise.ts';
import { DEFAULTS } from '../reading/drafted.ts';
import { CONFUSIONS } from '../reading/markup/confusions.ts';
import { EVERY_VECTOR } from '../reading/markup/every-vector.ts';
import { visitAll } from './browser.ts';

const BASE = 'https://example.com/';

/** Every form in which a vector may be stored: as sanitised, and at the end of the way an article takes. */
function storedForms(html: string): string[] {
  const clean = sanitise(html, BASE);
  const drafted = fromHtml(html, { ...DEFAULTS, base: BASE });
  return [...(clean.ok ? [clean.html] : []), ...(drafted.ok ? [drafted.draft.content.body] : [])];
}

test('the vectors act in a browser as they come: it is able to tell', async () => {
  // Some of them are enough to see that; each takes a moment. Of the confusions one, as it comes, stops the page around it.
  const confusions = new Set(CONFUSIONS);
  const some = EVERY_VECTOR.filter(
    (html, at) => (at % 5 === 0 && !confusions.has(html)) || html === '<img src=x onerror=xss()>',
  );
  const { visited, fired, refused } = await visitAll(some);
  expect(visited).toBe(some.length);
  expect(fired).toContain(some.indexOf('<img src=x onerror=xss()>'));
  const acting = new Set([...fired, ...Object.keys(refused).map(Number)]).size;
  console.log(`as they come: ${fired.length} of ${visited} vectors run, ${acting} run or are refused`);
  // Many attack old browsers or other parsers.
  expect(fired.length).toBeGreaterThan(visited / 6);
  expect(acting).toBeGreaterThan(visited / 3);
});

test('none runs or acts once stored', async () => {
  const owners = EVERY_VECTOR.flatMap((raw) => storedForms(raw).map((stored) => [stored, raw] as const));
  const forms = [...new Map(owners)].filter(([stored]) => stored !== '');
  expect(forms.length).toBeGreaterThan(500);
  const controls = ['<p>control</p><img src=x onerror=xss()>', '<p style="color: red">control</p>'];
  const { visited, fired, refused } = await visitAll([...forms.map(([stored]) => stored), ...controls]);
  expect(visited).toBe(forms.length + controls.length);
  expect(fired.map((n) => forms[n])).toEqual([undefined]);
  expect(fired).toEqual([forms.length]);
  const [first, second] = [forms.length, forms.length + 1];
  expect(Object.entries(refused).map(([n, directive]) => [forms[Number(n)] ?? Number(n), directive])).toEqual(
    [
      [first, 'script-src-attr'],
      [second, 'style-src-attr'],
    ],
  );
  console.log(
    `once stored: none of ${forms.length} forms of ${EVERY_VECTOR.length} vectors runs or is refused`,
  );
});
