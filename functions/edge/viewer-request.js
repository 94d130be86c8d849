// CloudFront Function, runtime cloudfront-js-2.0, viewer request: turns a reader's address into the document's key
// before the cache is asked, so that what is cached depends on nothing but the path; and lets nobody below /p who does
// not show a partner's token. The runtime is ECMAScript 5.1 with some of what came later: no for-of, no destructuring,
// no spread, no shorthand, no default values (Developer Guide, "JavaScript runtime 2.0 features"); eslint.config.js
// holds it to that.
import cf from 'cloudfront';
const crypto = require('crypto');
const partners = cf.kvs();

// Ids as wiredesk.yaml allows them, spelt as they are: an encoded or doubled slash or an upper-case letter does not
// match, so each document has one address.
const IS_ID = /^[a-z0-9][a-z0-9-]{0,62}$/;
const IS_DOCUMENT = /^(rss\.xml|atom\.xml|feed\.json)$/;

// What the store says of a partner, as shared/contract/edge-record.ts writes it. Anything else is nobody's.
const HASHES = /^[0-9a-f]{32}(~\d{1,12})?(,[0-9a-f]{32}(~\d{1,12})?)*$/;
const FEEDS = /^([a-z0-9-]{1,63}:[0-9a-f]{20}(~\d{1,12})?(,[a-z0-9-]{1,63}:[0-9a-f]{20}(~\d{1,12})?)*)?$/;
const HASH_DIGITS = 32;

// RFC 7617 and RFC 6750, section 3: either will do.
const CHALLENGES = ['Basic realm="Wiredesk", charset="UTF-8"', 'Bearer realm="Wiredesk"'];
const CREDENTIAL_HEADERS = ['authorization', 'proxy-authorization', 'cookie'];

function sha256(text) {
  return crypto.createHash('sha256').update(text).digest('hex');
}

// The same hash of the same text as shared/contract/feed-id.ts.
function publicFeed(channel) {
  return sha256(`${channel}\nstandard\npublic`).slice(0, 20);
}

// Quality of a coding in an Accept-Encoding field, undefined if it is not named (RFC 9110, section 12.5.3).
function quality(field, coding) {
  const part = field.split(',').find((one) => one.split(';')[0].trim() === coding);
  if (part === undefined) return undefined;
  const weight = part
    .split(';')
    .map((piece) => piece.trim())
    .find((piece, index) => index > 0 && piece.startsWith('q='));
  if (weight === undefined) return 1;
  // A weight that is no number is read as a refusal: plain bytes suit every reader.
  return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight.slice(2)) ? Number(weight.slice(2)) : 0;
}

function takesGzip(headers) {
  const header = headers['accept-encoding'];
  if (!header) return false;
  const field = header.multiValue ? header.multiValue.map((one) => one.value).join(',') : header.value;
  const weight = ['gzip', 'x-gzip', '*']
    .map((coding) => quality(field.toLowerCase(), coding))
    .find((one) => one !== undefined);
  return weight > 0;
}

// CloudFront adds its response headers policy to what comes from cache and origin, so not to these.
function answer(statusCode, statusDescription, cacheControl, headers) {
  return {
    statusCode: statusCode,
    statusDescription: statusDescription,
    headers: Object.assign(
      {
        'content-type': { value: 'text/plain; charset=utf-8' },
        'cache-control': { value: cacheControl },
        'strict-transport-security': { value: 'max-age=31536000' },
        'x-content-type-options': { value: 'nosniff' },
      },
      headers,
    ),
    body: { encoding: 'text', data: `${statusDescription}\n` },
  };
}

function unauthorised() {
  const lines = CHALLENGES.map((challenge) => ({ value: challenge }));
  return answer(401, 'Unauthorized', 'no-store', {
    'www-authenticate': { value: CHALLENGES[0], multiValue: lines },
  });
}

// On to cache and origin, with nothing in hand that tells one reader from another.
function pass(request, feed, document) {
  request.uri = `/feeds/${feed}/${document}${takesGzip(request.headers) ? '.gz' : ''}`;
  request.querystring = {};
  request.cookies = {};
  CREDENTIAL_HEADERS.forEach((name) => delete request.headers[name]);
  return request;
}

// The partner and token that an Authorization header shows; undefined if it is malformed or there are several.
function fromHeader(header, named) {
  if (header.multiValue && header.multiValue.length > 1) return undefined;
  const bearer = /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(header.value);
  if (bearer) return { partner: named, token: bearer[1] };
  const basic = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header.value);
  if (!basic) return undefined;
  const text = Buffer.from(basic[1], 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { partner: text.slice(0, colon), token: text.slice(colon + 1) };
}

// Names in a list `name[~end],…` whose end, in seconds, has not come.
function liveNames(list) {
  return list
    .split(',')
    .map((piece) => piece.split('~'))
    .filter((piece) => piece.length === 1 || Date.now() < Number(piece[1]) * 1000)
    .map((piece) => piece[0]);
}

// Live hashes and feeds of a partner; undefined for one that is unknown, or whose entry is not whole.
async function entryOf(partner) {
  let entry;
  try {
    entry = await partners.get(partner);
  } catch (error) {
    // That is how the store says that it has no such key; and whoever cannot be looked up is not let in.
    return undefined;
  }
  const halves = entry.split('|');
  if (halves.length !== 2 || !HASHES.test(halves[0]) || !FEEDS.test(halves[1])) return undefined;
  return { hashes: liveNames(halves[0]), feeds: liveNames(halves[1]) };
}

function isHeldBy(entry, token) {
  return entry.hashes.includes(sha256(token).slice(0, HASH_DIGITS));
}

// `/p/{partner}/{alias}/{document}` with a header, or `/p/{partner}/{alias}/{token}/{document}` without. Who is not
// authenticated is told so whatever is there, and who is, that there is nothing, unless it is theirs.
async function partnersAnswer(request) {
  const steps = request.uri.split('/');
  const partner = steps[2] || '';
  const alias = steps[3];
  const token = steps.length === 6 ? steps[4] : undefined;
  const document = steps[steps.length - 1];
  const header = request.headers['authorization'];
  const shown = header ? fromHeader(header, partner) : { partner: partner, token: token };
  if (!shown || !shown.token) return unauthorised();
  const entry = await entryOf(shown.partner);
  if (!entry || !isHeldBy(entry, shown.token)) return unauthorised();

  const isAddress = steps.length === 5 || (token && isHeldBy(entry, token));
  const isTheirs = isAddress && partner === shown.partner && IS_DOCUMENT.test(document);
  const feed = isTheirs && entry.feeds.find((one) => one.startsWith(`${alias}:`));
  return feed ? pass(request, feed.split(':')[1], document) : answer(404, 'Not Found', 'no-store', {});
}

// eslint-disable-next-line no-unused-vars -- CloudFront calls it by this name
async function handler(event) {
  const request = event.request;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return answer(405, 'Method Not Allowed', 'max-age=60', { allow: { value: 'GET, HEAD' } });
  }
  const steps = request.uri.split('/');
  if (steps[0] === '' && steps[1] === 'p') return partnersAnswer(request);
  const isAddress =
    steps.length === 3 && steps[0] === '' && IS_ID.test(steps[1]) && IS_DOCUMENT.test(steps[2]);
  return isAddress
    ? pass(request, publicFeed(steps[1]), steps[2])
    : answer(404, 'Not Found', 'max-age=60', {});
}
