import { type Hostile, repeated } from './repeated.ts';

const XML = 'application/xml';
const JSON_TYPE = 'application/json';
const TEXT = 'text/plain';
const HTML = 'text/html';

const ITEM =
  '<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>a</NewsItemId></NewsIdentifier></Identification>';
const COMPONENT = `${ITEM}<NewsComponent><NewsLines><HeadLine>A</HeadLine></NewsLines>`;
const END = '</NewsComponent></NewsItem></NewsML>';

const NEWSML1: readonly (readonly [head: string, unit: string, tail: string])[] = [
  ['<NewsML>', '<NewsItem/>', '</NewsML>'],
  ['<NewsML>', '<NewsItem><NewsComponent><NewsComponent/></NewsComponent></NewsItem>', '</NewsML>'],
  [`${ITEM}<NewsManagement>`, '<Status FormalName="Usable"/>', '</NewsManagement></NewsItem></NewsML>'],
  [`${ITEM}<NewsManagement>`, '<StatusWillChange/>', '</NewsManagement></NewsItem></NewsML>'],
  [COMPONENT, '<ContentItem><DataContent><p>x</p></DataContent></ContentItem>', END],
  [COMPONENT, '<ContentItem><DataContent>x</DataContent></ContentItem>', END],
  [
    COMPONENT,
    '<ContentItem Href="https://a.example/$.jpg"><MediaType FormalName="Photo"/></ContentItem>',
    END,
  ],
  [COMPONENT, '<NewsComponent><NewsLines><HeadLine>x</HeadLine></NewsLines></NewsComponent>', END],
  [COMPONENT, '<NewsLines><ByLine>x</ByLine><CreditLine>y</CreditLine></NewsLines>', END],
  [
    COMPONENT,
    '<DescriptiveMetadata><SubjectCode><Subject FormalName="$"/></SubjectCode></DescriptiveMetadata>',
    END,
  ],
  [`${COMPONENT}<ContentItem><DataContent>`, '<p>x</p>', `</DataContent></ContentItem>${END}`],
  [`${COMPONENT}<ContentItem><DataContent>`, 'x\n\n', `</DataContent></ContentItem>${END}`],
  [`${COMPONENT}<ContentItem><DataContent>`, '<a>', ''],
];

const FEED = '{"version":"https://jsonfeed.org/version/1.1","items":[';
const AP = '{"data":{"item":{"altids":{"itemid":"a"},"headline":"A",';
const APPLE = '{"title":"A","components":[';
const LISTS: readonly (readonly [head: string, unit: string, tail: string])[] = [
  ['{"data":{"items":[', '{"item":{"altids":{"itemid":"$"},"headline":"x"}},', '{}]}}'],
  [`${AP}"stories":{"nitf":"`, '<p>x</p>', '"}}}}'],
  [`${AP}"stories":{"nitf":"`, '<block>', '"}}}}'],
  [`${AP}"bylines":[`, '{"by":"By x"},', '{}]}}}'],
  [`${AP}"subject":[`, '{"name":"$"},', '{}]}}}'],
  [APPLE, '{"role":"body","text":"x"},', '{"role":"body"}]}'],
  [APPLE, '{"role":"r$"},', '{"role":"body","text":"x"}]}'],
  [APPLE, '{"role":"section","components":[', '{"role":"body"}]'],
  ['[', '{"title":{"rendered":"x"},"content":{"rendered":"<p>x</p>"}},', '{}]'],
  ['{"posts":[', '{"title":"x","html":"<p>x</p>","slug":"$"},', '{}]}'],
  ['{"uri":"a","headline":"A","body_html":"<p>x</p>","subject":[', '5,', '5]}'],
  ['{"uri":"a","headline":"A","body_html":"<p>x</p>","subject":[', 'null,', '5]}'],
  ['{"uri":"a","headline":"A"', ',"k$":{"a":["x"]}', '}'],
  [`${FEED}{"id":"a","content_text":"x","authors":[`, '5,', '5]}]}'],
  [`${FEED}{"id":"a","content_text":"x","tags":"`, 'x,', '"}]}'],
];

/** Beginnings of transmissions, and what may make the search for one slow. */
const TEXTS: readonly (readonly [head: string, unit: string, type: string])[] = [
  ['', 'From: a\n', TEXT],
  ['', 'a b c: x\n', TEXT],
  ['Received: x\n', ' x\n', TEXT],
  ['', '\u0002', TEXT],
  ['', '\u0016', TEXT],
  ['a0412\n', '^x ', TEXT],
  ['bc-', 'a-', TEXT],
  ['abc12 4 k 34 ', 'x ', TEXT],
  ['', '^', TEXT],
  ['<title>404 Not Found</title><p>', 'the page you ', HTML],
  ['<!doctype html><title>Not found</title><p>', 'page you are looking for ', HTML],
  ['<!doctype html><title>', 'Page not found | ', HTML],
  ['<!doctype html><title>', '404 ', HTML],
  ['<!doctype html><title>A</title><p>We use cookies</p>', '<meta http-equiv=', HTML],
  ['<!doctype html><title>A</title><p>We use cookies</p>', '<div id="root"> ', HTML],
  ['Cannot GET /', 'x', TEXT],
  ['Traceback (most recent call last):', ' x', TEXT],
  ['<a ', 'xmlns:a=', TEXT],
];

export const HOSTILE_WIRE: readonly Hostile[] = [
  ...NEWSML1.map(([head, unit, tail]) =>
    repeated(`NewsML 1: ${head.slice(-20)} ${unit}`, XML, unit, { head, tail }),
  ),
  ...LISTS.map(([head, unit, tail]) =>
    repeated(`JSON of wires and sites: ${head.slice(-20)} ${unit}`, JSON_TYPE, unit, { head, tail }),
  ),
  ...TEXTS.map(([head, unit, type]) =>
    repeated(`transmissions and pages: ${head.slice(0, 30)} ${unit}`, type, unit, { head }),
  ),
];
