import type { APIGatewayProxyEvent } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { parseRequest } from '../../../../functions/ingest/rules/http-request.ts';

type Parts = Pick<APIGatewayProxyEvent, 'httpMethod'> &
  Partial<Pick<APIGatewayProxyEvent, 'headers' | 'pathParameters' | 'body' | 'isBase64Encoded'>>;

/** An event of API Gateway with only the parts that parseRequest reads. */
const eventOf = (parts: Parts): APIGatewayProxyEvent =>
  ({
    headers: {},
    pathParameters: { source: 'desk' },
    body: null,
    isBase64Encoded: false,
    ...parts,
  }) as APIGatewayProxyEvent;

interface Parsed {
  declaredId?: string;
  idempotencyKey?: string;
  contentEncoding?: string;
  mediaType?: string;
  token?: string | undefined;
}

describe('a submission', () => {
  test.each<[string, Partial<Parts>, Parsed]>([
    [
      'has the bearer token',
      { headers: { Authorization: 'Bearer abc.DEF_1~+/-==' } },
      { token: 'abc.DEF_1~+/-==' },
    ],
    [
      'has the token also if the scheme is in lower case and the field name in upper case',
      { headers: { AUTHORIZATION: 'bearer abc' } },
      { token: 'abc' },
    ],
    [
      'has no token if the scheme is not Bearer',
      { headers: { Authorization: 'Basic abc' } },
      { token: undefined },
    ],
    [
      'has no token if the text after Bearer contains a space',
      { headers: { Authorization: 'Bearer a b' } },
      { token: undefined },
    ],
    ['has the id of the path', { pathParameters: { source: 'desk', id: 'a%20b' } }, { declaredId: 'a b' }],
    [
      'keeps an id that is not valid percent-encoding',
      { pathParameters: { source: 'desk', id: '50%' } },
      { declaredId: '50%' },
    ],
    [
      'has its id in the normal form NFC',
      { pathParameters: { source: 'desk', id: 'e\u0301' } },
      { declaredId: '\u00e9' },
    ],
    ['has the Idempotency-Key', { headers: { 'idempotency-key': 'once' } }, { idempotencyKey: 'once' }],
    ['has the Content-Encoding', { headers: { 'Content-Encoding': 'gzip' } }, { contentEncoding: 'gzip' }],
    ['has the Content-Type', { headers: { 'Content-Type': 'text/plain' } }, { mediaType: 'text/plain' }],
    ['has an empty media type without a Content-Type', {}, { mediaType: '' }],
  ])('%s', (_, parts, parsed) => {
    expect(parseRequest(eventOf({ httpMethod: 'POST', ...parts }))).toMatchObject(parsed);
  });

  test.each([
    ['text', 'Gr\u00fc\u00dfe', false, 'Gr\u00fc\u00dfe'],
    ['base64', Buffer.from('Gr\u00fc\u00dfe').toString('base64'), true, 'Gr\u00fc\u00dfe'],
    ['nothing', null, false, ''],
  ])('has the bytes of a body that comes as %s', (_, body, isBase64Encoded, text) => {
    const request = parseRequest(eventOf({ httpMethod: 'PUT', body, isBase64Encoded }));
    expect('bytes' in request && Buffer.from(request.bytes).toString('utf8')).toBe(text);
  });
});

describe('a DELETE', () => {
  test.each([
    ['without a reason', {}, { action: 'kill', by: 'source desk' }],
    [
      'with a reason, percent-encoded',
      { 'Wiredesk-Reason': ' wrong%20river ' },
      { action: 'kill', by: 'source desk', reason: 'wrong river' },
    ],
    [
      'with a blank reason, which is left out',
      { 'wiredesk-reason': '%20' },
      { action: 'kill', by: 'source desk' },
    ],
    [
      'with a reason that would clear the screen and forge a line, which becomes one visible line',
      {
        'wiredesk-reason':
          '%1B%5B2Jwrong%0D%0A2026-01-01T00:00:00.000Z%20%20unkill%20by%20chief%E2%80%A8now%C2%85%E2%80%AErevir%C2%9B2J',
      },
      {
        action: 'kill',
        by: 'source desk',
        reason: '[2Jwrong 2026-01-01T00:00:00.000Z unkill by chief nowrevir2J',
      },
    ],
    [
      'with a reason that is too long and is cut',
      { 'wiredesk-reason': 'x'.repeat(2000) },
      { action: 'kill', by: 'source desk', reason: 'x'.repeat(1000) },
    ],
  ])('is the decision to kill the article, %s', (_, headers, decision) => {
    const request = parseRequest(
      eventOf({ httpMethod: 'DELETE', headers, pathParameters: { source: 'desk', id: 'a' } }),
    );
    expect(request).toMatchObject({ kind: 'decision', source: 'desk', declaredId: 'a' });
    expect('bytes' in request && JSON.parse(Buffer.from(request.bytes).toString('utf8'))).toEqual(decision);
  });
});

test('a GET asks for a receipt', () => {
  const event = {
    httpMethod: 'GET',
    headers: { authorization: 'Bearer t' },
    pathParameters: { receipt: 'r' },
  };
  expect(parseRequest(eventOf(event))).toEqual({ kind: 'receipt', receipt: 'r', token: 't' });
});
