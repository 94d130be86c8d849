/** Names of query parameters that track readers and do not select content. A name that ends with `*` is a prefix. */
const TRACKING = [
  'utm_*',
  'at_*',
  'mtm_*',
  'pk_*',
  'piwik_*',
  'matomo_*',
  'hsa_*',
  '_hsenc',
  '_hsmi',
  'vero_*',
  'oly_*',
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'yclid',
  'twclid',
  'ttclid',
  'igshid',
  'igsh',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  's_cid',
  'ncid',
  'cmpid',
  'wt_mc',
  'wt_zmc',
  'xtor',
  'ns_mchannel',
  'ns_source',
  'ns_campaign',
  'ns_linkname',
  'ns_fee',
  'spm',
  'scm',
  '__twitter_impression',
  'soc_src',
  'soc_trk',
];
const NAMES = new Set(TRACKING.filter((name) => !name.endsWith('*')));
const PREFIXES = TRACKING.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

function isTracking(parameter: string): boolean {
  const name = parameter.split('=', 1)[0]?.toLowerCase() ?? '';
  return NAMES.has(name) || PREFIXES.some((prefix) => name.startsWith(prefix));
}

/**
 * An address without its tracking parameters. The other parameters stay exactly as written, because servers may
 * depend on their form.
 */
export function withoutTracking(address: string): string {
  if (!address.includes('?')) return address;
  const match = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(address);
  if (match === null) return address;
  const [, path = '', query = '', fragment = ''] = match;
  const parameters = query.split('&');
  const kept = parameters.filter((parameter) => !isTracking(parameter));
  if (kept.length === parameters.length) return address;
  return path + (kept.length > 0 ? `?${kept.join('&')}` : '') + fragment;
}
