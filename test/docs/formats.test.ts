import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { INPUT_FORMATS } from '../../shared/domain/media-type.ts';
import { mediaTypeOf } from '../../shared/operations/sending/media-types.ts';
import { KEYS } from '../../shared/reading/formats/front-matter-keys.ts';
import { readSubmission } from '../../shared/reading/read.ts';

const page = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');

/** The code in the cells of the table whose first heading is this one, row by row. */
const rowsOf = (heading: string): string[][] =>
  (new RegExp(`^\\| ${heading} +\\|.*\\n\\|.*\\n((?:\\|.*\\n)+)`, 'm').exec(page)?.[1] ?? '')
    .trim()
    .split('\n')
    .map((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code));

test('docs/formats.md names the media types that are read, and no others', () => {
  const named = rowsOf('format').flat();
  expect(named.filter((code) => code.includes('/')).toSorted()).toEqual(
    Object.keys(INPUT_FORMATS).toSorted(),
  );
});

test('docs/formats.md names each extension beside a media type that a file with this extension gets', () => {
  for (const row of rowsOf('format'))
    for (const extension of row.filter((code) => code.startsWith('.')))
      expect(row).toContain(mediaTypeOf(`story${extension}`));
});

test('docs/formats.md names the keys of front matter that are read, and no others', () => {
  expect(rowsOf('it says').flat().toSorted()).toEqual(Object.values(KEYS).flat().toSorted());
});

const samples = [...page.matchAll(/^### (.+) \(`([^`]+)`\)\n[^#]*?^```\w+\n([\s\S]*?)^```/gm)].map(
  ([, name = '', mediaType = '', text = '']) => ({ name, mediaType, text }),
);

test('docs/formats.md has a sample under each of its headings of formats', () => {
  expect(samples.map(({ name }) => name)).toEqual(
    [...page.matchAll(/^### (.+) \(/gm)].map(([, heading]) => heading),
  );
});

test.each(samples)('the sample of $name is read as the story that it shows', ({ mediaType, text }) => {
  const read = readSubmission({ bytes: Buffer.from(text), mediaType }, { language: 'en', boilerplate: [] });
  expect(read).toMatchObject([{ ok: true, draft: { content: { headline: 'Ferry adds a late crossing' } } }]);
  const [drafted] = read;
  expect(drafted?.ok === true && drafted.draft.content.body).toContain('one more crossing');
});
