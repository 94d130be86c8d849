import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { reduced } from '../../../shared/reading/markup/reduce.ts';
import { sanitise } from '../../../shared/reading/markup/sanitise.ts';
import { stored } from './stored.ts';

describe('an iframe is replaced by a link, or left out', () => {
  test.each([
    [
      '<iframe src="https://www.youtube.com/embed/abc_DEF-123" title="A film"></iframe>',
      '<p><a href="https://www.youtube.com/watch?v=abc_DEF-123">A film</a></p>',
    ],
    [
      '<iframe src="//player.vimeo.com/video/42"></iframe>',
      '<p><a href="https://vimeo.com/42">Vimeo</a></p>',
    ],
    // A host that only looks like a known one is linked under its own name.
    [
      '<iframe src="https://www.youtube.com.example.org/embed/abcdef"></iframe>',
      '<p><a href="https://www.youtube.com.example.org/embed/abcdef">youtube.com.example.org</a></p>',
    ],
    [
      '<iframe src="https://www.tiktok.com/embed/v2/42"></iframe>',
      '<p><a href="https://www.tiktok.com/@/video/42">TikTok</a></p>',
    ],
    [
      '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fquay%2Fposts%2F7&width=500"></iframe>',
      '<p><a href="https://www.facebook.com/quay/posts/7">Facebook</a></p>',
    ],
    [
      '<iframe src="https://cdn.embedly.com/widgets/media.html?url=https%3A%2F%2Fvimeo.com%2F42"></iframe>',
      '<p><a href="https://vimeo.com/42">Vimeo</a></p>',
    ],
    [
      '<iframe src="https://open.spotify.com/embed/episode/4x"></iframe>',
      '<p><a href="https://open.spotify.com/episode/4x">Spotify</a></p>',
    ],
    [
      '<iframe src="https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/9&auto_play=false"></iframe>',
      '<p><a href="https://api.soundcloud.com/tracks/9">SoundCloud</a></p>',
    ],
    [
      '<iframe data-src="https://www.google.com/maps/embed?pb=1" src="about:blank"></iframe>',
      '<p><a href="https://www.google.com/maps/embed?pb=1">Google Maps</a></p>',
    ],
    [
      '<iframe src="https://charts.example.org/17" title="Rents since 2016"></iframe>',
      '<p><a href="https://charts.example.org/17">Rents since 2016</a></p>',
    ],
    ['<iframe src="https://www.youtube.com/embed/abc_DEF-123" style="display:none"></iframe>', ''],
    ['<iframe src="https://www.youtube.com/embed/abc_DEF-123" width="0" height="0"></iframe>', ''],
    ['<iframe src="https://pixel.example.org/embed/1" title="x"></iframe>', ''],
    [
      '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@quay/video/42"><section></section></blockquote>',
      '<p><a href="https://www.tiktok.com/@quay/video/42">TikTok</a></p>',
    ],
    [
      '<div class="fb-post" data-href="https://www.facebook.com/quay/posts/7"></div>',
      '<p><a href="https://www.facebook.com/quay/posts/7">Facebook</a></p>',
    ],
    [
      '<blockquote class="twitter-tweet"><p>Sailed again.</p><a href="https://x.com/quay/status/1">March 12</a></blockquote>',
      '<blockquote><p>Sailed again.</p><a href="https://x.com/quay/status/1">March 12</a></blockquote>',
    ],
    [
      '<amp-youtube data-videoid="abc_DEF-123"></amp-youtube>',
      '<p><a href="https://www.youtube.com/watch?v=abc_DEF-123">YouTube</a></p>',
    ],
    [
      '<figure class="media"><oembed url="https://www.youtube.com/watch?v=abc_DEF-123"></oembed></figure>',
      '<p><a href="https://www.youtube.com/watch?v=abc_DEF-123">YouTube</a></p>',
    ],
    [
      '<embed src="https://www.youtube.com/v/abc_DEF-123">',
      '<p><a href="https://www.youtube.com/watch?v=abc_DEF-123">YouTube</a></p>',
    ],
    ['<iframe src="https://www.youtube.com/account"></iframe>', ''],
    ['<iframe src="javascript:alert(1)//www.youtube.com/embed/abcdef"></iframe>', ''],
  ])('%s', (html, expected) => {
    expect(stored(html)).toBe(expected);
  });

  test('an embed that is left out is noted', () => {
    expect(reduced(parseDocument('<iframe src="https://ads.example.org/x"></iframe>')).notes).toEqual([
      'an embed was left out: https://ads.example.org/x',
    ]);
  });

  test('text in a frame is never shown, so it is not part of the article', () => {
    expect(sanitise('<p>a<iframe src="x">hidden</iframe>b</p>')).toEqual({ ok: true, html: '<p>ab</p>' });
  });

  test('a frame closed as in XHTML does not hide the rest of the article', () => {
    expect(stored('<iframe src="https://ads.example.org/x" /><p>The rest of it.</p>')).toBe(
      '<p>The rest of it.</p>',
    );
  });
});
