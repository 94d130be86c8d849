import { describe, expect, test } from 'vitest';
import { outcomes, read, readOne } from '../drafted.ts';

/** The text as a program sees it that takes its UTF-8 for another encoding. */
const again = (text: string, encoding: string): string =>
  encoding === 'iso-8859-1'
    ? Buffer.from(text).toString('latin1')
    : new TextDecoder(encoding).decode(Buffer.from(text));

const item = (title: string, body: string): string =>
  `<item><title>${title}</title><description>${body}</description></item>`;
const rss = (...items: string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Pier</title>${items.join('')}</channel></rss>`;

const STORIES = [
  ['Le bac a hésité à partir', 'Le bac est resté à quai, a déclaré l’équipage – « très tôt ».'],
  ['Die Fähre fährt wieder', 'Die Fähre über den Fluß fährt für 3 €, sagt die Bürgermeisterin.'],
  ['Паром ушёл', 'Паром ушёл в полдень, сказал “капитан”.'],
  ['Prom odpłynął w południe', 'Żółta łódka płynie za promem, mówią świadkowie.'],
  ['El barco zarpó mañana', 'El año pasado zarpó más tarde, según el capitán.'],
  ['渡輪在中午開出', '渡輪開出了，船長說。'],
] as const;
const WAYS = ['windows-1252', 'iso-8859-1', 'windows-1251', 'windows-1250', 'koi8-r', 'macintosh'];

describe('text that was encoded in UTF-8 twice is decoded again, with a note', () => {
  test.each(STORIES.flatMap(([title, body]) => WAYS.map((way) => [title, way, body] as const)))(
    '%s, by way of %s',
    (title, way, body) => {
      const wanted = { headline: title };
      for (const [text, mediaType] of [
        [rss(item(again(title, way), again(body, way))), 'application/rss+xml'],
        [`<h1>${again(title, way)}</h1><p>${again(body, way)}</p>`, 'text/html'],
        [`${again(title, way)}\n\n${again(body, way)}`, 'text/plain'],
      ] as const) {
        const draft = readOne(text, mediaType);
        expect(draft.content).toMatchObject(wanted);
        expect(draft.content.body).toContain(body.slice(-12));
        expect(draft.notes.join()).toContain('encoded in utf-8 twice');
      }
    },
  );
  test('three times', () => {
    const [title, body] = STORIES[0];
    const twice = (text: string): string => again(again(text, 'iso-8859-1'), 'windows-1252');
    expect(readOne(rss(item(twice(title), twice(body))), 'text/xml').content.headline).toBe(title);
  });
  test('as escapes in JSON', () => {
    const [title, body] = STORIES[4];
    const json = JSON.stringify({
      id: '1',
      title: again(title, 'iso-8859-1'),
      content_text: again(body, 'iso-8859-1'),
    });
    const escaped = json.replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
    expect(readOne(escaped, 'application/json').content.headline).toBe(title);
  });
  test.each([
    ['names', 'Le caf&amp;Atilde;&amp;copy; a ferm&amp;Atilde;&amp;copy;'],
    ['names in CDATA', '<![CDATA[Le caf&Atilde;&copy; a ferm&Atilde;&copy;]]>'],
    ['numbers', 'Le caf&#195;&#169; a ferm&#xC3;&#xA9;'],
    ['one part a reference', 'Le cafÃ&amp;copy; a fermÃ&#169;'],
  ])('as references: %s', (_, title) => {
    expect(readOne(rss(item(title, 'It is.')), 'text/xml').content.headline).toBe('Le café a fermé');
  });
  test('an item of a feed whose other items are good', () => {
    const [title, body] = STORIES[1];
    const good = item(
      'Über die Brücke führt künftig ein Weg',
      'Größer, schöner und für alle Bürger geöffnet.',
    );
    const bad = item(again(title, 'windows-1252'), again(body, 'windows-1252'));
    const drafted = read(rss(good, bad, good), 'text/xml');
    expect(outcomes(drafted)).toEqual([
      'Über die Brücke führt künftig ein Weg',
      title,
      'Über die Brücke führt künftig ein Weg',
    ]);
  });
  test('letters whose last byte became a space', () => {
    const draft = readOne(
      rss(item('Il va Ã la mer', 'Il a dÃ©jÃ  Ã©tÃ© Ã la mer, a-t-il rÃ©pÃ©tÃ©.')),
      'text/xml',
    );
    expect(draft.content.headline).toBe('Il va à la mer');
  });
});

describe('what is not such text stays', () => {
  test.each([
    ['one example in English', 'Why readers see cafÃ© in print', 'The word looked odd on every page.'],
    [
      'examples between good letters',
      'Warum „é“ zu „Ã©“ wird',
      'Aus „ü“ wird „Ã¼“, aus „ö“ wird „Ã¶“ – für viele ein Rätsel.',
    ],
    ['a story that names it', 'What mojibake is', 'You write naïve and get naÃ¯ve, and cafÃ© for a café.'],
    ['capitals before signs', 'TOUT EST FERMÉ…', 'DÉJÀ « FERMÉ » À 8 € – FERMÉ™.'],
    ['Russian', 'США — Россия', 'Глава МИД РФ» и глава США… сказал: «Ёлка».'],
    ['Chinese', '渡輪在中午開出', '船長說：「很好」。'],
  ])('%s', (_, title, body) => {
    const draft = readOne(rss(item(title, body)), 'text/xml');
    expect(draft.content.headline).toBe(title);
    expect(draft.notes.join()).not.toContain('twice');
  });
});
