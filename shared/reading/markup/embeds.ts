import { Element, Text } from 'domhandler';

/**
 * Hosts whose embedded players and posts are part of an article. A link is stored in place of the frame, because a
 * frame runs scripts in the reader's program. `link`: the address for people, if the frame's address is a different
 * one.
 */
export const EMBED_HOSTS: readonly { host: RegExp; path?: RegExp; link?: string; name: string }[] = [
  {
    host: /(?:^|\.)youtube(?:-nocookie)?\.com$/,
    path: /^\/embed\/([\w-]{6,20})/,
    link: 'https://www.youtube.com/watch?v=$1',
    name: 'YouTube',
  },
  { host: /^player\.vimeo\.com$/, path: /^\/video\/(\d+)/, link: 'https://vimeo.com/$1', name: 'Vimeo' },
  {
    host: /(?:^|\.)dailymotion\.com$/,
    path: /^\/embed\/video\/(\w+)/,
    link: 'https://www.dailymotion.com/video/$1',
    name: 'Dailymotion',
  },
  { host: /^player\.bilibili\.com$/, name: 'bilibili' },
  { host: /^(?:w|api)\.soundcloud\.com$/, name: 'SoundCloud' },
  {
    host: /^open\.spotify\.com$/,
    path: /^\/embed\/(\w+\/\w+)/,
    link: 'https://open.spotify.com/$1',
    name: 'Spotify',
  },
  { host: /^embed\.podcasts\.apple\.com$/, name: 'Apple Podcasts' },
  { host: /(?:^|\.)datawrapper\.dwcdn\.net$/, name: 'Datawrapper' },
  { host: /^flo\.uri\.sh$/, name: 'Flourish' },
  { host: /^(?:www\.)?google\.com$/, path: /^\/maps\//, name: 'Google Maps' },
  { host: /^www\.openstreetmap\.org$/, name: 'OpenStreetMap' },
  { host: /^(?:platform\.)?(?:twitter|x)\.com$/, name: 'X' },
  { host: /^(?:www\.)?instagram\.com$/, name: 'Instagram' },
];

/** The link that replaces a frame; undefined if its host is not on the list. */
function embedLink(address: URL): { href: string; name: string } | undefined {
  for (const { host, path, link, name } of EMBED_HOSTS) {
    if (!host.test(address.hostname)) continue;
    const match = path === undefined ? undefined : path.exec(address.pathname);
    if (path !== undefined && match === null) continue;
    const href = link === undefined ? address.href : link.replace('$1', match?.[1] ?? '');
    return { href, name };
  }
  return undefined;
}

/** The paragraph with a link that replaces a frame, or the notes about a frame that is left out. */
export function linkForFrame(
  { attribs }: Element,
  base: string | undefined,
): { paragraph: Element } | { notes: string[] } {
  const source = attribs['src'] ?? attribs['data-src'] ?? '';
  const address = URL.parse(source.startsWith('//') ? `https:${source}` : source, base);
  const embed = address === null ? undefined : embedLink(address);
  if (embed === undefined)
    return { notes: source === '' ? [] : [`an embed was left out: ${source.slice(0, 200)}`] };
  const text = new Text(attribs['title']?.trim() || embed.name);
  return { paragraph: new Element('p', {}, [new Element('a', { href: embed.href }, [text])]) };
}

/** The attribute that contains the address of what a plug-in shows. */
const PLUGIN_SOURCES: Readonly<Record<string, string>> = { object: 'data', embed: 'src' };

/**
 * The note that the content of a plug-in is left out; empty if the plug-in has no address. The HTML inside an
 * `object` stays.
 */
export function notesOfPlugin({ name, attribs }: Element): string[] {
  const attribute = Object.hasOwn(PLUGIN_SOURCES, name) ? PLUGIN_SOURCES[name] : undefined;
  const source = attribute === undefined ? '' : (attribs[attribute] ?? '');
  return source === '' ? [] : [`an embed was left out: ${source.slice(0, 200)}`];
}
