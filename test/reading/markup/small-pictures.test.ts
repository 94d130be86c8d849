import { expect, test } from 'vitest';
import { DEFAULTS, readOne } from '../drafted.ts';
import { stored } from './stored.ts';

test.each([
  ['the alternative text', '<img class="emoji" alt="🏆" src="https://example.com/a.png">', '🏆'],
  ['the alternative text alone', '<img alt="👍🏽" src="https://example.com/a.png">', '👍🏽'],
  [
    'the file name',
    '<img class="wp-smiley" src="https://s.w.org/images/core/emoji/15/72x72/1f3c6.png">',
    '🏆',
  ],
  ['a flag by its file name', '<img src="https://example.com/twemoji/svg/1f1eb-1f1f7.svg">', '🇫🇷'],
  ['a smiley in letters', '<img src="https://example.com/smilies/icon_smile.gif" alt=":)">', ':)'],
])('an emoji becomes a character: %s', (_, img, character) => {
  expect(stored(`<p>We won ${img} today.</p>`)).toBe(`<p>We won ${character} today.</p>`);
});

test('a photo of an emoji stays a picture', () => {
  expect(stored('<p><img alt="🏆" width="800" src="https://example.com/a.jpg"></p>')).toContain('<img');
});

test.each([
  ['one pixel in a style', '<img src="https://example.com/t.gif" style="width:1px;height:1px">'],
  ['one size only', '<img src="https://example.com/t.gif" width="1">'],
  ['no size', '<img src="https://example.com/t.gif" width="0" height="0">'],
  ['a known counter', '<img src="https://pixel.wp.com/g.gif?x=1">'],
  ['not displayed', '<img src="https://example.com/t.gif" style="display:none">'],
])('a picture that counts readers is left out: %s', (_, img) => {
  expect(stored(`<p>One ${img}two</p>`)).toBe('<p>One two</p>');
});

const associationsOf = (html: string): string[] =>
  readOne(`<h1>The mill</h1><p>It burned.</p>${html}`, 'text/html', DEFAULTS).content.associations.map(
    ({ href }) => href,
  );

test.each([
  ['an avatar', '<img class="avatar avatar-96" src="https://example.com/1.jpg" width="96" height="96">'],
  ['an avatar by its host', '<img src="https://secure.gravatar.com/avatar/1f?s=96">'],
  ['a portrait of the author', '<img class="author-photo" src="https://example.com/roe.jpg">'],
  ['a logo', '<img src="https://example.com/files/site-logo.svg">'],
  ['a sign', '<img src="https://example.com/arrow.png" width="24" height="24">'],
])('%s stays in the text and is no picture of the article', (_, img) => {
  const photo = 'https://example.com/mill.jpg';
  expect(associationsOf(`<p>${img}</p><img src="${photo}">`)).toEqual([photo]);
  expect(stored(`<p>${img}</p>`)).toContain('<img');
});

test.each([
  'https://example.com/logos-of-the-past.jpg',
  'https://example.com/icons-of-jazz.jpg',
  'https://example.com/a.jpg?avatar=1',
])('%s is a picture of the article', (href) => expect(associationsOf(`<img src="${href}">`)).toEqual([href]));

test('pictures and films of AMP pages are read', () => {
  expect(
    associationsOf(
      '<amp-img src="https://example.com/a.jpg" width="1200" height="800"><noscript><img src="https://example.com/a.jpg"></noscript></amp-img><amp-video src="https://example.com/b.mp4"></amp-video>',
    ),
  ).toEqual(['https://example.com/a.jpg', 'https://example.com/b.mp4']);
});

test('the caption of a figure that shows nothing stays as a paragraph', () => {
  expect(stored('<figure><svg></svg><figcaption>The mill at dawn</figcaption></figure>')).toBe(
    '<p>The mill at dawn</p>',
  );
});
