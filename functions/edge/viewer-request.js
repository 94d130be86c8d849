// CloudFront Function, runtime cloudfront-js-2.0, event viewer-request. It rewrites the address that a reader
// requests to the key of the document before CloudFront looks into its cache, so a cached copy depends only on the
// path. It also checks the partner's token in every request for an address that begins with /p.
//
// The runtime is ECMAScript 5.1 with some later features. It has no for-of, destructuring, spread, shorthand
// properties or default values (Developer Guide, "JavaScript runtime 2.0 features"). eslint.config.js forbids them
// here.
import cf from 'cloudfront';
const crypto = require('crypto');
const partners = cf.kvs();

// The ids that wiredesk.yaml allows. A percent-encoded slash, a doubled slash or an upper-case letter does not match, so
// every document has exactly one address.
const IS_ID = /^[a-z0-9][a-z0-9-]{0,62}$/;
const IS_DOCUMENT = /^(rss\.xml|atom\.xml|feed\.json)$/;

// The two halves of a partner's entry in the key value store, as shared/contract/edge-record.ts writes it. An entry that
// does not match lets nobody in.
const HASHES = /^[0-9a-f]{32}(~\d{1,12})?(,[0-9a-f]{32}(~\d{1,12})?)*$/;
const FEEDS = /^([a-z0-9-]{1,63}:[0-9a-f]{20}(~\d{1,12})?(,[a-z0-9-]{1,63}:[0-9a-f]{20}(~\d{1,12})?)*)?$/;
const HASH_DIGITS = 32;

// A client may use either scheme (RFC 7617; RFC 6750 section 3).
const CHALLENGES = ['Basic realm="Wiredesk", charset="UTF-8"', 'Bearer realm="Wiredesk"'];
const CREDENTIAL_HEADERS = ['authorization', 'proxy-authorization', 'cookie'];

// Pages of every origin may read a document. With `*` a browser never adds stored credentials or cookies to such a
// request, so a page reads private documents only with a token that it has itself (Fetch, "CORS protocol and
// credentials").
const METHODS = 'GET, HEAD, OPTIONS';
const ANY_ORIGIN = { 'access-control-allow-origin': { value: '*' } };
const CONDITIONS = 'If-None-Match, If-Modified-Since';

function sha256(text) {
  return crypto.createHash('sha256').update(text).digest('hex');
}

// Computes the id of a public feed, as shared/contract/feed-id.ts does.
function publicFeed(channel) {
  return sha256(`${channel}\nstandard\npublic`).slice(0, 20);
}

// The quality value of a coding in an Accept-Encoding field; undefined if the field does not name the coding
// (RFC 9110 section 12.5.3).
function quality(field, coding) {
  const part = field.split(',').find((one) => one.split(';')[0].trim() === coding);
  if (part === undefined) return undefined;
  const weight = part
    .split(';')
    .map((piece) => piece.trim())
    .find((piece, index) => index > 0 && piece.startsWith('q='));
  if (weight === undefined) return 1;
  // A malformed quality value is read as a refusal, because every reader can read a document that is not compressed.
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

// CloudFront adds its response headers policy only to responses from cache and origin, so this function sets these
// headers itself.
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
      ANY_ORIGIN,
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

// The answer to the request by which a browser asks what a page may send (Fetch, "CORS-preflight request"). Such a
// request has no credentials, so its answer depends on the beginning of the address only.
function preflight(isPrivate) {
  return {
    statusCode: 204,
    statusDescription: 'No Content',
    headers: Object.assign(
      {
        allow: { value: METHODS },
        'access-control-allow-methods': { value: METHODS },
        'access-control-allow-headers': { value: isPrivate ? `Authorization, ${CONDITIONS}` : CONDITIONS },
        'access-control-max-age': { value: '86400' },
        'strict-transport-security': { value: 'max-age=31536000' },
      },
      ANY_ORIGIN,
    ),
  };
}

// Passes the request on to cache and origin, without anything that differs between readers.
function pass(request, feed, document) {
  request.uri = `/feeds/${feed}/${document}${takesGzip(request.headers) ? '.gz' : ''}`;
  request.querystring = {};
  request.cookies = {};
  CREDENTIAL_HEADERS.forEach((name) => delete request.headers[name]);
  return request;
}

// The partner and the token in an Authorization header; undefined if the header is malformed or comes more than once.
// A bearer token names no partner, so the partner is taken from the address (`named`).
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

// The names in a list `name[~end],…` that have no end, or whose end, in seconds since 1970, is in the future.
function liveNames(list) {
  return list
    .split(',')
    .map((piece) => piece.split('~'))
    .filter((piece) => piece.length === 1 || Date.now() < Number(piece[1]) * 1000)
    .map((piece) => piece[0]);
}

// The token hashes and feeds of a partner that are valid now; undefined if the partner is unknown or its entry is
// malformed.
async function entryOf(partner) {
  // No partner has another id, and the store fails for a key that it cannot have.
  if (!IS_ID.test(partner) || !(await partners.exists(partner))) return undefined;
  const entry = await partners.get(partner);
  const halves = entry.split('|');
  if (halves.length !== 2 || !HASHES.test(halves[0]) || !FEEDS.test(halves[1])) return undefined;
  return { hashes: liveNames(halves[0]), feeds: liveNames(halves[1]) };
}

function isHeldBy(entry, token) {
  return entry.hashes.includes(sha256(token).slice(0, HASH_DIGITS));
}

// Answers `/p/{partner}/{alias}/{document}` with an Authorization header, or
// `/p/{partner}/{alias}/{token}/{document}` without one. A reader without a valid token gets 401 at every address. A
// reader with a valid token gets 404 at every address except those of its own documents. So no reader can find out what
// else exists.
async function partnersAnswer(request) {
  const steps = request.uri.split('/');
  const partner = steps[2] || '';
  const alias = steps[3];
  const token = steps.length === 6 ? steps[4] : undefined;
  const document = steps[steps.length - 1];
  const header = request.headers['authorization'];
  const shown = header ? fromHeader(header, partner) : { partner: partner, token: token };
  if (!shown || !shown.token) return unauthorised();
  let entry;
  try {
    entry = await entryOf(shown.partner);
  } catch (error) {
    // The store does not answer. The token may be right, so this is no 401: a reader would give it up.
    return answer(503, 'Service Unavailable', 'no-store', { 'retry-after': { value: '30' } });
  }
  if (!entry || !isHeldBy(entry, shown.token)) return unauthorised();

  const isAddress = steps.length === 5 || (token && isHeldBy(entry, token));
  const isTheirs = isAddress && partner === shown.partner && IS_DOCUMENT.test(document);
  const feed = isTheirs && entry.feeds.find((one) => one.startsWith(`${alias}:`));
  return feed ? pass(request, feed.split(':')[1], document) : answer(404, 'Not Found', 'no-store', {});
}

// eslint-disable-next-line no-unused-vars -- CloudFront calls the function by this name
async function handler(event) {
  const request = event.request;
  const steps = request.uri.split('/');
  const isPrivate = steps[0] === '' && steps[1] === 'p';
  if (request.method === 'OPTIONS') return preflight(isPrivate);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return answer(405, 'Method Not Allowed', 'max-age=60', { allow: { value: METHODS } });
  }
  if (isPrivate) return partnersAnswer(request);
  const isAddress = steps[0] === '' && IS_ID.test(steps[1]) && IS_DOCUMENT.test(steps[2]);
  if (isAddress && steps.length === 3) return pass(request, publicFeed(steps[1]), steps[2]);
  // People and programs add a slash to an address. The answer depends on the form of the address, not on what exists.
  if (isAddress && steps.length === 4 && steps[3] === '') {
    return answer(301, 'Moved Permanently', 'max-age=3600', {
      location: { value: `/${steps[1]}/${steps[2]}` },
    });
  }
  return answer(404, 'Not Found', 'max-age=60', {});
}
