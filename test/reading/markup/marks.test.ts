import { describe, expect, test } from 'vitest';
import { AS_SHOWN, textOfMarkup } from '../../../shared/reading/markup/text-of-markup.ts';
import { DEFAULTS, readOne } from '../drafted.ts';

const PROSE = '<p>The mill burns wood again.</p>';
const draftOf = (html: string) => readOne(`<h1>The mill</h1>${PROSE}${html}`, 'text/html', DEFAULTS);
const bodyOf = (html: string): string => draftOf(html).content.body.replace(PROSE, '').trim();

describe('comments of editors are not published', () => {
  test.each([
    [
      'Google Docs: a comment in an element of its own',
      '<p>It is old.<sup><a href="#cmnt2" id="cmnt_ref2">[b]</a></sup></p><div><p><a href="#cmnt_ref2" id="cmnt2">[b]</a><span>Who says so?</span></p><p>Call him.</p></div>',
      ['[b]', '[b]Who says so? Call him.'],
    ],
    [
      'Google Docs: comments in paragraphs, and addresses with the document',
      '<p>It is old.<a href="https://docs.google.com/document/d/1/edit#cmnt1">[a]</a></p><p><a href="https://docs.google.com/document/d/1/edit#cmnt_ref1">[a]</a> Who says so?</p><p>Call him.</p>',
      ['[a]', '[a] Who says so?', 'Call him.'],
    ],
    [
      'Word',
      '<p class="MsoNormal">It is old.<a class="msocomanchor" href="#_msocom_1">[JR1]</a></p><div style="mso-element:comment-list"><div style="mso-element:comment"><p class="MsoCommentText">Who says so?</p></div></div>',
      ['[JR1]', 'Who says so?'],
    ],
    [
      'an editor in a browser',
      '<p>It is old.<span class="ck-comment">Who says so?</span></p>',
      ['Who says so?'],
    ],
  ])('%s', (_, html, expected) => {
    const { content, removed } = draftOf(html);
    expect(content.body).toBe(`${PROSE}\n<p>It is old.</p>`);
    expect(removed).toEqual(expected);
  });

  test('the text that a comment of Word is about stays', () => {
    expect(bodyOf('<p>It is <a style="mso-comment-reference:JR_1">very old</a>.</p>')).toBe(
      '<p>It is very old.</p>',
    );
  });

  test("an editor's note to readers stays", () => {
    expect(bodyOf('<p class="editors-note">This text was corrected.</p>')).toBe(
      '<p>This text was corrected.</p>',
    );
  });
});

describe('tracked changes', () => {
  test.each([
    ['of Word', '<p class="MsoNormal">It is <del>new</del><ins>old</ins>.</p>'],
    [
      'with an author',
      '<p>It is <del cite="mailto:Jane" datetime="2026-01-01">new</del><ins cite="mailto:Jane">old</ins>.</p>',
    ],
    [
      'of an editor in a browser',
      '<p>It is <span class="ice-del ice-cts-1">new</span><span class="ice-ins">old</span>.</p>',
    ],
  ])('%s: the deletion is removed, the addition is text', (_, html) => {
    const { content, removed } = draftOf(html);
    expect(content.body).toBe(`${PROSE}\n<p>It is old.</p>`);
    expect(removed).toEqual(['new']);
  });
});

describe('struck text stays struck', () => {
  test.each([
    ['`strike`', '<p>It is <strike>new</strike> old.</p>', '<p>It is <s>new</s> old.</p>'],
    ['`del` of an author', '<p>It is <del>new</del> old.</p>', '<p>It is <del>new</del> old.</p>'],
    [
      'a style',
      '<p>It is <span style="text-decoration: red line-through">new</span> old.</p>',
      '<p>It is <span><s>new</s></span> old.</p>',
    ],
    [
      'a rule for a class',
      '<style>.c3{text-decoration:line-through}</style><p class="c3">New.</p>',
      '<p><s>New.</s></p>',
    ],
    [
      'around paragraphs',
      '<del><p>New.</p><p>Bright.</p></del>',
      '<p><s>New.</s></p>\n<p><s>Bright.</s></p>',
    ],
  ])('%s', (_, html, body) => expect(bodyOf(html)).toBe(body));

  test('in Markdown', () => {
    expect(readOne('# The mill\n\nIt is ~~new~~ old.', 'text/markdown').content.body).toBe(
      '<p>It is <s>new</s> old.</p>',
    );
  });

  test('and is not in a headline, a caption or a summary', () => {
    const html = `<h1>The <strike>new</strike> old mill</h1><p>It <s>never</s> burned.</p><p>It burns wood, the town said.</p>
      <figure><img src="https://example.com/a.jpg"><figcaption>The mill<br>in <del>May</del> June</figcaption></figure>`;
    const { content } = readOne(html, 'text/html');
    expect(content.headline).toBe('The old mill');
    expect(content.summary).toBe('It burned. It burns wood, the town said.');
    expect(content.associations).toEqual([
      { href: 'https://example.com/a.jpg', caption: 'The mill in June' },
    ]);
  });

  test('a title that only names the element is kept', () => {
    expect(textOfMarkup('How to write <del> in HTML', AS_SHOWN)).toBe('How to write  in HTML');
  });
});

test.each([
  ['https://www.google.com/url?q=https://example.com/a&sa=D&ust=1', 'https://example.com/a'],
  ['https://www.google.de/url?sa=t&url=https%3A%2F%2Fexample.com%2Fa%3Fb%3D1', 'https://example.com/a?b=1'],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fa%3Ffbclid%3D1&h=x', 'https://example.com/a'],
  [
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Fa&data=x',
    'https://example.com/a',
  ],
  ['https://www.google.com/url?q=javascript:x()', 'https://www.google.com/url?q=javascript:x()'],
  [
    'https://www.google.com/search?q=https://example.com/a',
    'https://www.google.com/search?q=https://example.com/a',
  ],
])('the link %s leads to %s', (address, expected) => {
  expect(bodyOf(`<p><a href="${address.replaceAll('&', '&amp;')}">One</a></p>`)).toBe(
    `<p><a href="${expected.replaceAll('&', '&amp;')}">One</a></p>`,
  );
});

describe('deletions that CKEditor suggests', () => {
  const start = (name: string) => `<suggestion-start name="${name}"></suggestion-start>`;
  const end = (name: string) => `<suggestion-end name="${name}"></suggestion-end>`;
  const [del, add] = ['deletion:a1:u1', 'insertion:a2:u1'];
  test.each([
    [
      'in a paragraph, with an addition',
      `<p>It is ${start(del)}very ${end(del)}${start(add)}quite ${end(add)}old.</p>`,
      '<p>It is quite old.</p>',
      ['very'],
    ],
    [
      'over two paragraphs',
      `<p>It is old${start(del)} and cold.</p><p>It is${end(del)}, they say.</p>`,
      '<p>It is old</p>\n<p>, they say.</p>',
      ['and cold.', 'It is'],
    ],
    [
      'as attributes of a block',
      `<p>It is old.</p><p data-suggestion-start-before="${del}" data-suggestion-end-after="${del}">It leaks.</p>`,
      '<p>It is old.</p>',
      ['It leaks.'],
    ],
    ['a start without an end deletes nothing', `<p>It ${start(del)}is old.</p>`, '<p>It is old.</p>', []],
  ])('%s', (_, html, body, removed) => {
    expect(bodyOf(html)).toBe(body);
    expect(draftOf(html).removed).toEqual(removed);
  });
});
