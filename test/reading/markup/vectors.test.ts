import { expect, test } from 'vitest';
import { fromHtml } from '../../../shared/reading/body/html.ts';
import { sanitise } from '../../../shared/reading/markup/sanitise.ts';
import { DEFAULTS } from '../drafted.ts';
import { EVERY_VECTOR } from './every-vector.ts';
import { active } from './judge.ts';
import { ADVISORIES } from './vectors.ts';

const BASE = 'https://example.com/';

test('there are at least 4,000 attack vectors, and `active` finds most of them harmful if not sanitised', () => {
  expect(EVERY_VECTOR.length).toBeGreaterThanOrEqual(4000);
  expect(EVERY_VECTOR.filter((html) => active(html).length > 0).length).toBeGreaterThan(3500);
});

test.each([...ADVISORIES.map(({ fixedIn, html }) => [`fixed in ${fixedIn}`, html] as const)])(
  'sanitising the bypass %s leaves nothing that can run script',
  (_, html) => {
    const clean = sanitise(html, BASE);
    expect(clean.ok ? active(clean.html) : clean.rejection.code).toEqual([]);
  },
);

test('sanitised vectors cannot run script and are a fixed point of the sanitiser', () => {
  for (const html of EVERY_VECTOR) {
    const clean = sanitise(html, BASE);
    if (!clean.ok) throw new Error(`${html}: ${clean.rejection.code}`);
    expect(active(clean.html), html).toEqual([]);
    expect(sanitise(clean.html, BASE), html).toEqual(clean);
  }
});

test('bodies of articles with vectors cannot run script and are a fixed point of the sanitiser', () => {
  for (const html of EVERY_VECTOR) {
    const drafted = fromHtml(html, { ...DEFAULTS, base: BASE });
    if (!drafted.ok) {
      expect(drafted.rejection.code, html).toBe('ENCODING_EMPTY');
      continue;
    }
    const { body } = drafted.draft.content;
    expect(active(body), html).toEqual([]);
    expect(sanitise(body, BASE), html).toEqual({ ok: true, html: body });
  }
});
