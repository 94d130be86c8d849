/**
 * Services that lead a reader to another address, and the parameter with this address. Google Docs, mail programs and
 * search services write such links in place of the address that the author gave.
 */
const REDIRECTS: readonly { host: RegExp; path: RegExp; parameters: readonly string[] }[] = [
  { host: /^(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?$/, path: /^\/url$/, parameters: ['q', 'url'] },
  { host: /^lm?\.(?:facebook|instagram|messenger)\.com$/, path: /^\/(?:l\.php)?$/, parameters: ['u'] },
  { host: /^(?:www\.)?facebook\.com$/, path: /^\/l\.php$/, parameters: ['u'] },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, parameters: ['url'] },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, parameters: ['q'] },
  { host: /^out\.reddit\.com$/, path: /^\//, parameters: ['url'] },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, parameters: ['z'] },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/(?:redir\/redirect|safety\/go)\/?$/, parameters: ['url'] },
  { host: /^vk\.com$/, path: /^\/away\.php$/, parameters: ['to'] },
  { host: /^r\.search\.yahoo\.com$/, path: /^\//, parameters: ['RU'] },
  { host: /^duckduckgo\.com$/, path: /^\/l\/?$/, parameters: ['uddg'] },
];

/** A redirect may lead to another redirect. */
const MOST_REDIRECTS = 4;

/** The web address to which a link through a known redirect leads. Other addresses stay as they are. */
export function withoutRedirect(address: string | undefined): string | undefined {
  let current = address;
  for (let count = 0; count < MOST_REDIRECTS; count++) {
    const target = current === undefined ? undefined : targetOf(current);
    if (target === undefined) return current;
    current = target;
  }
  return current;
}

function targetOf(address: string): string | undefined {
  // Most links lead to their target directly and have no query. Parsing an address is slow.
  if (!address.includes('?')) return undefined;
  const url = URL.parse(address);
  if (url === null || url.search === '') return undefined;
  const known = REDIRECTS.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
  for (const parameter of known?.parameters ?? []) {
    const target = URL.parse(url.searchParams.get(parameter) ?? '');
    const isWeb = target?.protocol === 'https:' || target?.protocol === 'http:';
    if (target !== null && isWeb && target.username === '' && target.password === '') return target.href;
  }
  return undefined;
}
