import { describe, expect, test } from 'vitest';
import { outcomes, read, readOne } from '../drafted.ts';

const feed = (subset: string, title: string): string =>
  `<?xml version="1.0"?><!DOCTYPE rss [${subset}]><rss version="2.0"><channel><item><title>${title}</title></item></channel></rss>`;
const nitf = (subset: string, title: string): string =>
  `<?xml version="1.0"?><!DOCTYPE nitf [${subset}]><nitf><body><body.head><hedline><hl1>${title}</hl1></hedline></body.head><body.content><p>It is.</p></body.content></body></nitf>`;
const DOCUMENTS = [
  [feed, 'application/rss+xml'],
  [nitf, 'application/nitf+xml'],
] as const;

const SET = (name: string): string =>
  `<!ENTITY % ${name} PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent">\n%${name};`;

describe('entities that stand for a character are read', () => {
  test.each([
    [
      'numbers',
      '<!ENTITY eacute "&#233;"><!ENTITY ndash \'&#x2013;\'>',
      'Caf&eacute; &ndash; bar',
      'Café – bar',
    ],
    ['the character itself', '\n<!ENTITY eacute "é">\n<!-- one -->\n', 'Caf&eacute;', 'Café'],
    ['a name that HTML does not have', '<!ENTITY dash "&#8212;">', 'Caf&#233; &dash; bar', 'Café — bar'],
    ['names of XML', '<!ENTITY lt "&#38;#60;"><!ENTITY amp "&#38;#38;">', 'A &amp; B', 'A & B'],
    ['a set of W3C', SET('HTMLlat1'), 'Caf&eacute;', 'Café'],
    ['names of HTML without a declaration', '', 'Caf&eacute; &mdash; bar', 'Café — bar'],
  ])('%s', (_, subset, title, headline) => {
    for (const [document, mediaType] of DOCUMENTS)
      expect(readOne(document(subset, title), mediaType).content.headline).toBe(headline);
  });
});

describe('other declarations are refused', () => {
  test.each([
    ['text', '<!ENTITY co "Acme Ltd">', '&co;'],
    ['a letter of ASCII', '<!ENTITY a "b">', '&a;'],
    ['references to other entities', '<!ENTITY b "é"><!ENTITY a "&b;&b;">', '&a;'],
    ['a file', '<!ENTITY eacute SYSTEM "file:///etc/passwd">', '&eacute;'],
    [
      'a set of another server',
      '<!ENTITY % s PUBLIC "-//W3C//ENTITIES x//EN" "http://127.0.0.1/x.ent"> %s;',
      'x',
    ],
    ['one among good ones', '<!ENTITY eacute "&#233;"><!ENTITY a "long text">', '&a;'],
    ['hidden behind a comment', '<!-- ]> --><!ENTITY a "long text">', '&a;'],
  ])('%s', (_, subset, title) => {
    for (const [document, mediaType] of DOCUMENTS)
      expect(outcomes(read(document(subset, title), mediaType))).toEqual(['XML_ENTITY']);
  });
});
