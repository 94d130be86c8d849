import { type BadInput, HTML, rejected, stored } from './bad-input.ts';

/** Markup that can run script or fetch something. */
const HOSTILE =
  /<(?:script|style|svg|math|iframe|object|embed|meta|base|link|form|noscript|textarea|xmp|template)\b|\son\w+\s*=|srcset|poster|formaction|(?:java|vb)script:|data:|style=/i;

const around = (title: string, hostile: string): string =>
  `<h1>${title}</h1><p>Before it.</p>${hostile}<p>After it.</p>`;

/** Hostile markup between two paragraphs. The paragraphs are stored, and the hostile markup is removed completely. */
const cleaned = (input: string, hostile: string): BadInput => ({
  input,
  type: HTML,
  body: around(input, hostile),
  answer: [stored({ title: input, body: /Before it\.[^]*After it\./, without: HOSTILE })],
});

export const HTML_INPUTS: readonly BadInput[] = [
  cleaned('XSS: script', '<script>alert(1)</script>'),
  cleaned('XSS: an event handler', '<img src="https://a.example/x.jpg" onerror=alert(1)>'),
  cleaned(
    'XSS: an iframe that contains its document',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  ),
  cleaned(
    'mutation XSS: namespaces',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>',
  ),
  cleaned(
    'mutation XSS: an attribute that ends late',
    '<p title="</noscript><img src=x onerror=alert(1)>">x</p><noscript></noscript>',
  ),
  cleaned('raw-text breakout: style', '<style><!--</style><img src=x onerror=alert(1)>--></style>'),
  cleaned('raw-text breakout: textarea', '<textarea></textarea><img src=x onerror=alert(1)></textarea>'),
  cleaned('raw-text breakout: xmp', '<xmp><p title="</xmp><svg/onload=alert(1)></svg>"></xmp>'),
  cleaned('raw-text breakout: title', '<title></title><img src=x onerror=alert(1)></title>'),
  cleaned('svg: an event handler', '<svg onload=alert(1)><circle r=1 /></svg>'),
  cleaned(
    'svg: an animated link',
    '<svg><a><animate attributeName=href values=javascript:alert(1) /><text>x</text></a></svg>',
  ),
  cleaned('math: a link', '<math href="javascript:alert(1)">x</math>'),
  cleaned('obfuscated scheme: references', '<a href="jav&#x09;ascript&colon;alert(1)">x</a>'),
  cleaned('obfuscated scheme: white space', '<a href=" \u0001java\nscript:alert(1)">x</a>'),
  cleaned('obfuscated scheme: case', '<a href="JaVaScRiPt:alert(1)">x</a>'),
  cleaned('obfuscated scheme: data', '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>'),
  cleaned('srcset', '<img src="https://a.example/x.jpg" srcset="javascript:alert(1) 2x">'),
  cleaned('poster', '<video poster="javascript:alert(1)" src="javascript:alert(1)"></video>'),
  cleaned('meta refresh', '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">'),
  cleaned('base', '<base href="javascript:alert(1)//"><a href="/x">x</a>'),
  cleaned(
    'a form',
    '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
  ),
  {
    input: 'mixed and relative addresses',
    type: HTML,
    body: around(
      'Mixed and relative',
      '<a href="../next">n</a> <a href="//cdn.example/y">c</a> <img src="pic.jpg"> <a href="http://[">bad</a>',
    ),
    answer: [
      stored({
        title: 'Mixed and relative',
        body: /href="https:\/\/desk\.example\/next"[^]*href="https:\/\/cdn\.example\/y"/,
        without: /(?:href|src)="(?!https?:\/\/)/,
      }),
    ],
  },
  {
    input: 'nested too deep: 100,000 tags in a fragment',
    type: HTML,
    body: '<div>'.repeat(100_000) + 'x' + '</div>'.repeat(100_000),
    answer: [rejected('HTML_TOO_DEEP')],
  },
  {
    input: 'nested too deep: a whole page',
    type: HTML,
    body: `<!doctype html><html><body>${'<div>'.repeat(100_000)}x</body></html>`,
    answer: [rejected('HTML_TOO_DEEP')],
  },
  cleaned('svg: never closed', '<svg onload=alert(1)><circle r=1>'),
];
