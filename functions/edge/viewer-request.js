// CloudFront Function, runtime cloudfront-js-2.0, viewer request: turns a reader's address into the document's key
// before the cache is asked, so that what is cached depends on nothing but the path.
const crypto = require('crypto');

// `{channel}/{document}`: ids as wiredesk.yaml allows them, spelt as they are. An encoded or doubled slash, an
// upper-case letter or anything more does not match, so each document has one address.
const ADDRESS = /^\/([a-z0-9][a-z0-9-]{0,62})\/(rss\.xml|atom\.xml|feed\.json)$/;

// The same hash of the same text as shared/contract/feed-id.ts.
function feedId(channel) {
  return crypto.createHash('sha256').update(`${channel}\nstandard\npublic`).digest('hex').slice(0, 20);
}

// Quality of a coding in an Accept-Encoding field, undefined if it is not named (RFC 9110, section 12.5.3).
function quality(field, coding) {
  for (const part of field.toLowerCase().split(',')) {
    const pieces = part.split(';').map((piece) => piece.trim());
    if (pieces[0] !== coding) continue;
    const weight = pieces.slice(1).find((piece) => piece.startsWith('q='));
    if (weight === undefined) return 1;
    // A weight that is no number is read as a refusal: plain bytes suit every reader.
    return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight.slice(2)) ? Number(weight.slice(2)) : 0;
  }
  return undefined;
}

function takesGzip(headers) {
  const header = headers['accept-encoding'];
  if (!header) return false;
  const field = header.multiValue ? header.multiValue.map((one) => one.value).join(',') : header.value;
  for (const coding of ['gzip', 'x-gzip', '*']) {
    const weight = quality(field, coding);
    if (weight !== undefined) return weight > 0;
  }
  return false;
}

function answer(statusCode, statusDescription, headers) {
  return {
    statusCode,
    statusDescription,
    headers: Object.assign(
      { 'content-type': { value: 'text/plain; charset=utf-8' }, 'cache-control': { value: 'max-age=60' } },
      headers,
    ),
    body: { encoding: 'text', data: `${statusDescription}\n` },
  };
}

// eslint-disable-next-line no-unused-vars -- CloudFront calls it by this name
function handler(event) {
  const request = event.request;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return answer(405, 'Method Not Allowed', { allow: { value: 'GET, HEAD' } });
  }
  const address = ADDRESS.exec(request.uri);
  if (!address) return answer(404, 'Not Found', {});
  request.uri = `/feeds/${feedId(address[1])}/${address[2]}${takesGzip(request.headers) ? '.gz' : ''}`;
  request.querystring = {};
  return request;
}
