import { expect, test } from 'vitest';
import { readOne } from '../drafted.ts';

// `toString` is a well-formed BCP 47 tag of eight letters, and every JavaScript object has a property of that name.
test.each(['toString', 'valueOf', 'constructor', '__proto__'])(
  'an article whose language is given as %s is read like one in an unknown language',
  (language) => {
    // Too short for the language to be detected, so the given language is used.
    const text = 'The bridge is open.';
    expect(
      readOne(`---\ntitle: A bridge\nlang: ${language}\n---\n${text}`, 'text/markdown').content.body,
    ).toContain(text);
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'A feed',
      language,
      items: [{ id: 'a', content_text: text }],
    };
    expect(readOne(JSON.stringify(feed), 'application/feed+json').content.body).toContain(text);
  },
);
