import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read, readOne } from '../../drafted.ts';

const fileOf = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'files', name));

/** Media types under which newsrooms send wire files. */
const TYPES = {
  xml: ['application/xml', 'text/xml', 'text/plain', 'text/vnd.iptc.newsml', 'application/json'],
  json: ['application/json', 'text/plain', 'application/xml'],
  txt: ['text/plain', 'text/plain; charset=iso-8859-1', 'text/html', 'text/markdown', 'application/xml'],
} as const;

/** The files follow NewsML 1.2 and AP's documentation of its item metadata; the stories are invented. */
describe.each([
  { format: 'newsml1', ending: 'xml', id: 'urn:newsml:wire.example.com:20260413:RB0412', by: 'Jane Roe' },
  { format: 'ap', ending: 'json', id: '5f2c9a', by: 'JANE ROE' },
] as const)('the files of $format', ({ format, ending, id, by }) => {
  test.each(TYPES[ending])('are read, sent as %s', (type) => {
    const usable = readOne(fileOf(`${format}-usable.${ending}`), type);
    expect(usable).toMatchObject({ declaredId: id, declaredVersion: '1', pubstatus: 'usable' });
    expect(usable.content).toMatchObject({
      headline: 'Lantern walk fills the mill race',
      bylines: [{ name: by }],
      language: 'en',
      urgency: 4,
      places: ['Riverbend'],
      copyrightnotice: '© Example Wire 2026',
    });
    expect(usable.content.body.match(/<p>/g)).toHaveLength(2);
    expect(usable.content.body).toContain('The walk will return in October');
    expect(`${usable.content.headline}${usable.content.body}`).not.toMatch(/LANTERN|RB--|RB0412/);
  });

  test('a correction has the same id and a higher version, and its note to editors is not published', () => {
    const correction = readOne(fileOf(`${format}-correction.${ending}`), TYPES[ending][0]);
    expect(correction).toMatchObject({ declaredId: id, declaredVersion: '2', pubstatus: 'usable' });
    expect(correction.content.body).toContain('in November');
    expect(correction.notes).toContain('to editors: Corrects the month of the next walk');
    expect(JSON.stringify(correction.content)).not.toContain('Corrects');
  });

  test('a kill has the same id and is canceled', () => {
    expect(readOne(fileOf(`${format}-kill.${ending}`), TYPES[ending][0])).toMatchObject({
      declaredId: id,
      declaredVersion: '3',
      pubstatus: 'canceled',
    });
  });
});

/**
 * These formats have no id that stays the same, so their corrections and kills cannot be matched with the story. All of
 * them are refused by name. What must not happen: a header, a slug or a kill as the text of an article.
 */
describe.each([
  ['iptc7901', 'an IPTC 7901 transmission'],
  ['anpa1312', 'an ANPA 1312 transmission'],
])('the files of %s', (format, name) => {
  test.each(['usable', 'correction', 'kill'])('are refused by name: %s', (state) => {
    for (const type of TYPES.txt) {
      const file = fileOf(`${format}-${state}.txt`);
      const detail = `${name}. Send the story itself as text, HTML, ninjs, NITF or NewsML`;
      expect(read(file, type), type).toEqual([{ ok: false, rejection: { code: 'MEDIA_TYPE', detail } }]);
      // The same file after a program has removed the control characters.
      // eslint-disable-next-line no-control-regex -- the characters that frame a transmission
      const bare = file.toString('latin1').replace(/[\u0001-\u0008\u000E-\u001F]/g, ' ');
      expect(read(bare, type), type).toMatchObject([{ rejection: { code: 'MEDIA_TYPE', detail } }]);
    }
  });
});

test('a file of an e-mail message is refused by name, and its addresses appear nowhere', () => {
  const drafted = read(fileOf('mail-usable.txt'), 'text/plain');
  expect(drafted).toMatchObject([{ ok: false, rejection: { code: 'MEDIA_TYPE' } }]);
  expect(JSON.stringify(drafted)).toContain('an e-mail message');
  expect(JSON.stringify(drafted)).not.toContain('@');
});

test('the detail names the kind of a transmission whose media type is not read', () => {
  expect(read(fileOf('iptc7901-usable.txt'), 'application/octet-stream')).toMatchObject([
    {
      rejection: {
        code: 'MEDIA_TYPE',
        detail: expect.stringMatching(/^application\/octet-stream: an IPTC 7901/),
      },
    },
  ]);
});
