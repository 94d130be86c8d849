import { describe, expect, test } from 'vitest';
import { readOne } from '../drafted.ts';

const contentOf = (text: string, mediaType: string) => readOne(text, mediaType).content;

describe('the subjects and places of a NITF document', () => {
  const nitf = (head: string, docdata = ''): string =>
    `<nitf><head>${head}<docdata>${docdata}</docdata></head><body><body.head><hedline><hl1>Harbour dredged</hl1></hedline></body.head>
     <body.content><p>The harbour is deep again.</p></body.content></body></nitf>`;
  const subject = (attributes: Record<string, string>): string => {
    const written = Object.entries(attributes).map(([name, value]) => `tobject.subject.${name}="${value}"`);
    return `<tobject><tobject.subject ${written.join(' ')}/></tobject>`;
  };

  test.each<[string, Record<string, string>, { name: string; uri?: string }[]]>([
    [
      'the narrowest name and the code',
      { refnum: '04015005', type: 'Economy', matter: 'Transport', detail: 'Ports' },
      [{ name: 'Ports', uri: '04015005' }],
    ],
    [
      'a broader name without a narrower one',
      { refnum: '04000000', type: 'Economy' },
      [{ name: 'Economy', uri: '04000000' }],
    ],
    ['a name without a code', { matter: 'Transport' }, [{ name: 'Transport' }]],
    ['a code without a name', { refnum: ' 04015005 ' }, [{ name: '04015005', uri: '04015005' }]],
    ['neither', { ipr: 'IPTC' }, []],
  ])('%s', (_name, attributes, subjects) => {
    expect(contentOf(nitf(subject(attributes)), 'application/nitf+xml').subjects).toEqual(subjects);
  });

  test.each([
    ['a city', '<evloc city="Havenmouth" state-prov="Kent" iso-cc="GBR"/>', ['Havenmouth']],
    ['a region', '<evloc state-prov="Kent" iso-cc="GBR"/>', ['Kent']],
    ['a country', '<evloc iso-cc="GBR"/>', ['GBR']],
    ['a text', '<evloc city="X">Havenmouth harbour</evloc>', ['Havenmouth harbour']],
    [
      'two places',
      '<evloc city="Havenmouth"/><identified-content><location>London</location></identified-content>',
      ['Havenmouth', 'London'],
    ],
  ])('%s', (_name, docdata, places) => {
    expect(contentOf(nitf('', docdata), 'application/nitf+xml').places).toEqual(places);
  });
});

describe('the concepts of ninjs', () => {
  const ninjs = (members: object): string =>
    JSON.stringify({ uri: 'urn:x:1', version: '1', headline: 'Harbour dredged', ...members });

  test.each<[string, object, { name: string; uri?: string }]>([
    ['a code', { code: '04015005', name: 'Ports' }, { name: 'Ports', uri: '04015005' }],
    ['a code that is a number', { code: 4015005, name: 'Ports' }, { name: 'Ports', uri: '4015005' }],
    ['a code without a name', { code: 'port' }, { name: 'port', uri: 'port' }],
    ['a uri and a code', { code: '1', uri: 'urn:c:1', name: 'Ports' }, { name: 'Ports', uri: 'urn:c:1' }],
    ['a literal', { literal: 'ports', name: 'Ports' }, { name: 'Ports', uri: 'ports' }],
  ])('%s', (_name, concept, subject) => {
    expect(contentOf(ninjs({ subject: [concept] }), 'application/json').subjects).toEqual([subject]);
    expect(contentOf(ninjs({ subjects: [concept] }), 'application/json').subjects).toEqual([subject]);
    expect(contentOf(ninjs({ place: [concept], genre: [concept] }), 'application/json')).toMatchObject({
      places: [subject.name],
      genres: [subject.name],
    });
  });
});

describe('the concepts of NewsML-G2', () => {
  const g2 = (meta: string): string =>
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="1" standard="NewsML-G2"
     standardversion="2.33"><itemMeta><versionCreated>2026-03-12T09:00:00Z</versionCreated></itemMeta>
     <contentMeta><headline>Harbour dredged</headline>${meta}</contentMeta>
     <contentSet><inlineData>The harbour is deep again.</inlineData></contentSet></newsItem>`;

  test.each<[string, string, { name: string; uri?: string }[]]>([
    [
      'a code without a name',
      '<subject qcode="medtop:20000344"/>',
      [{ name: 'medtop:20000344', uri: 'medtop:20000344' }],
    ],
    [
      'a concept that is made of others',
      '<subject><bag><bit qcode="medtop:1"/><bit qcode="medtop:2"><name>Ports</name></bit></bag></subject>',
      [
        { name: 'medtop:1', uri: 'medtop:1' },
        { name: 'Ports', uri: 'medtop:2' },
      ],
    ],
    [
      'a concept with a name and parts',
      '<subject qcode="x:1"><name>Storm at the port</name><bag><bit uri="https://example.org/storm"/></bag></subject>',
      [
        { name: 'Storm at the port', uri: 'x:1' },
        { name: 'storm', uri: 'https://example.org/storm' },
      ],
    ],
    ['an empty bag', '<subject><name>Ports</name><bag/></subject>', [{ name: 'Ports' }]],
  ])('%s', (_name, meta, subjects) => {
    expect(contentOf(g2(meta), 'application/xml').subjects).toEqual(subjects);
  });

  test('the parts of a place are places', () => {
    const meta =
      '<located><bag><bit qcode="city:4"><name>Havenmouth</name></bit><bit qcode="city:5"/></bag></located>';
    expect(contentOf(g2(meta), 'application/xml').places).toEqual(['Havenmouth', 'city:5']);
  });
});
