import { type Element } from 'domhandler';

/** The HTML elements that AMP pages write under a name of their own (AMP HTML specification). */
const SAME: ReadonlyMap<string, string> = new Map([
  ['amp-img', 'img'],
  ['amp-anim', 'img'],
  ['amp-video', 'video'],
  ['amp-audio', 'audio'],
  ['amp-iframe', 'iframe'],
  ['amp-video-iframe', 'iframe'],
]);

/** The address of what an AMP element embeds. `$`: the value of the attribute. */
const EMBEDS: ReadonlyMap<string, readonly [attribute: string, address: string][]> = new Map([
  ['amp-youtube', [['data-videoid', 'https://www.youtube.com/watch?v=$']]],
  ['lite-youtube', [['videoid', 'https://www.youtube.com/watch?v=$']]],
  ['youtube-video', [['src', '$']]],
  ['lite-vimeo', [['videoid', 'https://vimeo.com/$']]],
  ['amp-vimeo', [['data-videoid', 'https://vimeo.com/$']]],
  ['amp-dailymotion', [['data-videoid', 'https://www.dailymotion.com/video/$']]],
  ['amp-twitter', [['data-tweetid', 'https://x.com/i/status/$']]],
  ['amp-instagram', [['data-shortcode', 'https://www.instagram.com/p/$/']]],
  ['amp-tiktok', [['data-src', '$']]],
  ['amp-facebook', [['data-href', '$']]],
  ['amp-facebook-page', [['data-href', '$']]],
  ['amp-reddit', [['data-src', '$']]],
  ['amp-pinterest', [['data-url', '$']]],
  ['amp-gist', [['data-gistid', 'https://gist.github.com/$']]],
  ['amp-soundcloud', [['data-trackid', 'https://api.soundcloud.com/tracks/$']]],
  ['amp-bodymovin-animation', [['src', '$']]],
  ['oembed', [['url', '$']]],
]);

/** The name under which HTML has an AMP element. */
export function nameInHtml(name: string): string {
  return SAME.get(name) ?? name;
}

/** The address of what an element of AMP, or a similar element, embeds; undefined for other elements. */
export function embeddedAddress({ name, attribs }: Element): string | undefined {
  for (const [attribute, address] of EMBEDS.get(name) ?? []) {
    const value = attribs[attribute]?.trim() ?? '';
    if (value === '') continue;
    if (address === '$') return value;
    if (/^[\w-]{1,60}$/.test(value)) return address.replace('$', value);
  }
  // Other AMP embeds, such as `amp-brightcove`, have no address that is made from one attribute.
  return undefined;
}

/** Whether the element is an AMP embed whose contents cannot be shown. `amp-ad` and trackers are not the article's. */
export function isUnknownAmpEmbed({ name }: Element): boolean {
  return name.startsWith('amp-') && UNKNOWN.test(name);
}

const UNKNOWN =
  /^amp-(?:brightcove|brid-player|jwplayer|kaltura-player|ooyala-player|reach-player|springboard-player|vine|izlesene|imgur|3d-gltf|playbuzz|megaphone|nexxtv-player|o2-player|wistia-player|viqeo-player|vk|apester-media|beopinion|embedly-card|hulu|mowplayer|minute-media-player|powr-player|redbull-player|yotpo|riddle-quiz|connatix-player|gfycat|google-document-embed|facebook-comments)$/;
