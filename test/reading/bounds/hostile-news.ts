import { type Hostile, repeated } from './repeated.ts';

const NEWSML = 'application/vnd.iptc.g2.newsmessage+xml';
const NITF = 'application/nitf+xml';

const news = (head: string, unit: string, tail: string, type: string): Hostile =>
  repeated(`${type === NITF ? 'NITF' : 'NewsML'}: ${head.slice(-30)} ${unit}`, type, unit, { head, tail });
const MESSAGE = '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>';
const NEWS_ITEM = '<newsItem guid="a" version="1"><contentMeta><headline>A</headline>';
const NITF_HEAD = '<nitf><head><docdata><doc-id id-string="a"/>';
const NITF_BODY =
  '</docdata></head><body><body.head><hedline><hl1>A</hl1></hedline></body.head><body.content>';

export const HOSTILE_NEWS: readonly Hostile[] = [
  ...[
    '<newsItem guid="$"><contentMeta><headline>x</headline></contentMeta></newsItem>',
    '<newsItem/>',
    '<a/>',
    '<newsItem>',
  ].map((unit) => news(MESSAGE, unit, '</itemSet></newsMessage>', NEWSML)),
  ...[
    '<subject qcode="a:$"><name>x</name></subject>',
    '<creator><name>x</name></creator>',
    '<by>x</by>',
    '<a/>',
    '<description>x</description>',
    '<genre qcode="a"/>',
    '<a>',
  ].map((unit) =>
    news(MESSAGE + NEWS_ITEM, unit, '</contentMeta></newsItem></itemSet></newsMessage>', NEWSML),
  ),
  ...[
    '<inlineXML><html><body><p>x</p></body></html></inlineXML>',
    '<inlineData>x</inlineData>',
    '<remoteContent href="a" rendition="b"/>',
  ].map((unit) =>
    news(
      `${MESSAGE}${NEWS_ITEM}</contentMeta><contentSet>`,
      unit,
      '</contentSet></newsItem></itemSet></newsMessage>',
      NEWSML,
    ),
  ),
  news(
    `${MESSAGE}${NEWS_ITEM}</contentMeta><contentSet><inlineXML><html><body>`,
    '<p>x</p>',
    '</body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>',
    NEWSML,
  ),
  ...[
    '<a/>',
    '<key-list><keyword key="x"/></key-list>',
    '<identified-content><location>x</location></identified-content>',
    '<a>',
  ].map((unit) => news(NITF_HEAD, unit, `${NITF_BODY}<p>x</p></body.content></body></nitf>`, NITF)),
  ...[
    '<p>x</p>',
    '<block><p>x</p></block>',
    '<media media-type="image"><media-reference source="a"/></media>',
    '<table><tr><td>x</td></tr></table>',
    '<p>',
    'x',
    '<hl2>x</hl2>',
    '<p><person>x</person></p>',
  ].map((unit) => news(NITF_HEAD + NITF_BODY, unit, '</body.content></body></nitf>', NITF)),
];
