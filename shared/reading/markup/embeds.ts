import { type ChildNode, Element, isTag, Text } from 'domhandler';
import { lineOfText } from '../../domain/text.ts';
import { EMBED_HOSTS, type EmbedHost, NOT_OF_ARTICLE } from './embed-hosts.ts';
import { AS_SHOWN, textOfNodes } from './text-of-markup.ts';

/** A title of a frame that is longer than this is cut. */
const LONGEST_TITLE = 200;
/** A frame of an unknown site is linked only if its address, or a title, says that it shows something. */
const SHOWS_SOMETHING =
  /(?:^|[/._?=&-])(?:embed\w*|player|video|videos|watch|audio|podcasts?|episode|maps?|charts?|graphics?|graph|widget|vis|story|interactive|poll|quiz|timeline|gallery|livestream|live|document|slides?|iframe|i?frame\.html)(?:$|[/._?=&-])/i;
/** Attributes in which pages keep the address of a frame until it is shown. */
const SOURCES = [
  'src',
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-url',
  'data-cmp-src',
  'data-src-cmplz',
];

/** The link that replaces a frame of a known site. `name` is empty if the name depends on where the link leads. */
function knownLink(address: URL): { href: string; name: string } | undefined {
  for (const known of EMBED_HOSTS) {
    if (!known.host.test(address.hostname)) continue;
    const href = hrefAt(known, address);
    if (href === undefined) continue;
    if (known.name !== '') return { href, name: known.name };
    const target = URL.parse(href);
    return (target === null ? undefined : knownLink(target)) ?? { href, name: nameOfHost(href) };
  }
  return undefined;
}

function hrefAt({ path, link, parameter }: EmbedHost, address: URL): string | undefined {
  const match = path?.exec(address.pathname);
  if (path !== undefined && match === null) return undefined;
  const value = parameter === undefined ? match?.[1] : (address.searchParams.get(parameter) ?? '');
  if (parameter === undefined) return link === undefined ? address.href : link.replace('$1', value ?? '');
  if (link !== undefined)
    return /^[\w-]{1,100}$/.test(value ?? '') ? link.replace('$1', value ?? '') : undefined;
  const target = URL.parse(value?.startsWith('//') === true ? `https:${value}` : (value ?? ''), address.href);
  return value !== '' && target !== null && /^https?:$/.test(target.protocol) ? target.href : undefined;
}

const nameOfHost = (href: string): string => URL.parse(href)?.hostname.replace(/^www\./, '') ?? '';

/** The paragraph with a link that replaces an embed, if any, and the notes about it. */
export interface EmbedLink {
  paragraph?: Element;
  notes: string[];
}

/** The link to what a frame shows. The frame is left out, with a note, if it is no part of the article. */
export function linkForFrame({ attribs }: Element, base: string | undefined): EmbedLink {
  const source = SOURCES.map((name) => attribs[name]?.trim() ?? '').find(
    (src) => src !== '' && !/^about:/i.test(src),
  );
  if (source === undefined) {
    return { notes: attribs['srcdoc'] === undefined ? [] : ['an embed without an address was left out'] };
  }
  const link = linkTo(source, base, attribs['title'] ?? attribs['aria-label']);
  return link ?? { notes: [`an embed was left out: ${source.slice(0, 200)}`] };
}

function linkTo(source: string, base: string | undefined, written = ''): EmbedLink | undefined {
  const address = URL.parse(source.startsWith('//') ? `https:${source}` : source, base);
  if (address === null || !/^https?:$/.test(address.protocol) || address.username !== '') return undefined;
  const title = lineOfText(written).slice(0, LONGEST_TITLE);
  const known = knownLink(address);
  if (known !== undefined)
    return { paragraph: paragraphWith(known.href, title === '' ? known.name : title), notes: [] };
  const isShown = title !== '' || SHOWS_SOMETHING.test(address.pathname + address.search);
  const isUnknownPartOfKnown = EMBED_HOSTS.some(({ host }) => host.test(address.hostname));
  if (!isShown || isUnknownPartOfKnown || NOT_OF_ARTICLE.test(address.hostname)) return undefined;
  const name = title === '' ? nameOfHost(address.href) : title;
  return {
    paragraph: paragraphWith(address.href, name),
    notes: [`an embed of a site that is not known became a link: ${address.href.slice(0, 200)}`],
  };
}

function paragraphWith(href: string, text: string): Element {
  return new Element('p', {}, [new Element('a', { href }, [new Text(text)])]);
}

/** Classes of elements that a script of a network replaces with a post. */
const POST =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video|comment-embed)|reddit-(?:card|embed(?:-bq)?)|bluesky-embed|text-post-media|mastodon-embed|imgur-embed-pub|embedly-card|pinterest-embed|flourish-embed|infogram-embed|datawrapper-embed)(?:$|\s)/i;
/** Attributes that contain the address of such a post. */
const POST_SOURCES = [
  'data-instgrm-permalink',
  'data-text-post-permalink',
  'data-href',
  'data-url',
  'data-embed-url',
  'data-oembed-url',
  'cite',
  'href',
  'data-src',
];

/**
 * The link to a post that a script would show in place of an element. Undefined if the element is not such a post, or
 * if it has text of its own or a link, which stay.
 */
export function linkForPost(element: Element, base: string | undefined): EmbedLink | undefined {
  const { attribs, children } = element;
  const isMarked = POST.test((attribs['class'] ?? '').slice(0, 200));
  if (!isMarked && attribs['data-oembed-url'] === undefined) return undefined;
  if (lineOfText(textOfNodes(children, AS_SHOWN)) !== '' || holdsLinkOrFrame(children)) return undefined;
  const source =
    POST_SOURCES.map((name) => attribs[name] ?? '').find((value) => /^(?:https?:)?\/\//i.test(value)) ??
    addressOfGraphic(attribs);
  if (source === undefined)
    return { notes: [`an embed was left out: ${attribs['class'] ?? ''}`.slice(0, 200)] };
  const address = URL.parse(source.startsWith('//') ? `https:${source}` : source, base);
  if (address === null) return undefined;
  return {
    paragraph: paragraphWith(address.href, knownLink(address)?.name ?? nameOfHost(address.href)),
    notes: [],
  };
}

/** The address of a graphic whose script knows the site: `data-src="visualisation/123"`, `data-id="_/aBc12"`. */
function addressOfGraphic({
  class: classes = '',
  'data-src': path = '',
  'data-id': id = '',
}: Element['attribs']): string | undefined {
  if (/flourish-embed/i.test(classes.slice(0, 200)) && /^(?:visualisation|story)\/\d{1,12}/.test(path))
    return `https://public.flourish.studio/${path.slice(0, 100)}/`;
  if (/infogram-embed/i.test(classes.slice(0, 200)) && /^[\w/-]{4,80}$/.test(id))
    return `https://infogram.com/${id}`;
  return undefined;
}

function holdsLinkOrFrame(nodes: readonly ChildNode[]): boolean {
  return nodes.some(
    (node) =>
      isTag(node) &&
      (node.name === 'iframe' || node.attribs['href'] !== undefined || holdsLinkOrFrame(node.children)),
  );
}

/**
 * The link to what an `object` or `embed` shows, if its site is known and there is nothing inside for readers whose
 * program has no such plug-in. Older pages state one film up to three times: in `data`, in a `param` and in an `embed`.
 */
export function linkForObject(element: Element): EmbedLink | undefined {
  const { children } = element;
  if (holdsLinkOrFrame(children) || lineOfText(textOfNodes(children, AS_SHOWN)) !== '') return undefined;
  const inner = children.filter(isTag).filter(({ name }) => name === 'param' || name === 'embed');
  const sources = [
    element.attribs['data'],
    element.attribs['src'],
    ...inner.map(({ attribs }) =>
      /^(?:movie|src|url)$/i.test(attribs['name'] ?? '') ? attribs['value'] : attribs['src'],
    ),
  ];
  for (const source of sources) {
    const address = URL.parse(source?.startsWith('//') === true ? `https:${source}` : (source ?? ''));
    const known = address === null ? undefined : knownLink(address);
    if (known !== undefined) return { paragraph: paragraphWith(known.href, known.name), notes: [] };
  }
  return undefined;
}

/** The attribute that contains the address of what a plug-in shows. */
const PLUGIN_SOURCES: Readonly<Record<string, string>> = { object: 'data', embed: 'src' };

/**
 * The link to what a plug-in shows, if its site is known; otherwise a note that it is left out. Nothing if the plug-in
 * has no address. The HTML inside an `object` stays.
 */
export function linkForPlugin({ name, attribs, children }: Element): EmbedLink {
  const attribute = Object.hasOwn(PLUGIN_SOURCES, name) ? PLUGIN_SOURCES[name] : undefined;
  const source = attribute === undefined ? '' : (attribs[attribute] ?? '');
  if (source === '') return { notes: [] };
  const address = URL.parse(source.startsWith('//') ? `https:${source}` : source);
  const known = address === null || holdsLinkOrFrame(children) ? undefined : knownLink(address);
  if (known !== undefined) return { paragraph: paragraphWith(known.href, known.name), notes: [] };
  return { notes: [`an embed was left out: ${source.slice(0, 200)}`] };
}
