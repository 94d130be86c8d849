import { describe, expect, test } from 'vitest';
import { sniff } from '../../../shared/reading/open/sniff.ts';

const FIRST = '{"uri":"a","headlines":[{"value":"One"}]}';
const SECOND = '{"uri":"b","headlines":[{"value":"Two"}]}';
const parsed = (text: string): object => ({ ok: true, value: JSON.parse(text) as unknown, notes: [] });

describe('sniff parses JSON once', () => {
  test.each([
    ['json', 'application/json'],
    ['text', 'text/plain'],
  ] as const)('and returns the parsed value of a JSON document that was sent as %s', (format, essence) => {
    expect(sniff(FIRST, format, essence).document).toEqual({ form: 'json', parsed: parsed(FIRST) });
  });

  test('and returns the parsed value of the first line of newline-delimited JSON', () => {
    for (const [format, essence] of [
      ['ndjson', 'application/x-ndjson'],
      ['text', 'text/plain'],
    ] as const) {
      expect(sniff(`${FIRST}\n\n${SECOND}\n`, format, essence).document).toEqual({
        form: 'ndjson',
        lines: [{ text: FIRST, parsed: parsed(FIRST) }, { text: SECOND }],
      });
    }
  });

  test('and returns a rejection if a document that was sent as JSON cannot be parsed', () => {
    expect(sniff('[', 'json', 'application/json').document).toMatchObject({
      form: 'json',
      parsed: { ok: false, rejection: { code: 'JSON_INVALID' } },
    });
    expect(sniff('Some text', 'json', 'application/json').document).toMatchObject({
      form: 'json',
      parsed: { ok: false },
    });
  });
});

test('text/plain that begins like JSON, but is no JSON object, is plain text', () => {
  for (const text of ['[1, 2]', '[]', '{}', '["a"]', '{a: 1}', '[Update] The bridge', '{The mayor} said']) {
    expect(sniff(text, 'text', 'text/plain')).toEqual({ document: { form: 'text', text }, notes: [] });
  }
});

test('text/plain that is a JSON object, or lines or a list of objects, is JSON of whatever kind', () => {
  // An object of an unknown kind is refused and named; as plain text its braces would be published.
  expect(sniff('{"a":1}', 'text', 'text/plain').document.form).toBe('json');
  expect(sniff('[{"a":1}]', 'text', 'text/plain').document.form).toBe('json');
  expect(sniff('{"a":1}\n{"a":2}', 'text', 'text/plain').document.form).toBe('ndjson');
});

test.each([
  ['<?xml version="1.0"?><!-- a --><!DOCTYPE rss [<!ELEMENT a (b)>]><RSS>', 'feed'],
  ['<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">', 'feed'],
  ['<newsMessage>', 'newsml'],
  ['<nitf>', 'nitf'],
  ['<html>', 'page'],
  ['<opml>', 'xml'],
])('%s, sent as application/xml, has the form %s', (text, form) => {
  expect(sniff(text, 'xml', 'application/xml').document).toEqual({ form, text });
});
