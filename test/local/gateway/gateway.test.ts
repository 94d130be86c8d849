import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Template } from '../../../local/cloud.ts';
import { run, writeFixture, type Running } from '../fixture.ts';

const fixture = writeFixture();
let small: Running;
let api: string;
beforeAll(async () => {
  small = await run(fixture);
  api = small.cloud.outputs['Api'] ?? '';
});
afterAll(async () => {
  await small.stop();
  fixture.remove();
});

const post = (path: string, body: Uint8Array<ArrayBuffer> | string = '', headers = {}): Promise<Response> =>
  fetch(api + path, { method: 'POST', body, headers });
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** 戰時 in GBK, which is not valid UTF-8. */
const GBK = new Uint8Array([0x91, 0xf0, 0x95, 0x72]);

test('the output is a local URL with the name of the stage', () => {
  expect(api).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/prod\/$/);
});

test('text that is not UTF-8 passes through the function unchanged', async () => {
  const answer = await post('echo/1', GBK, { 'content-type': 'text/plain; charset=gbk', accept: '*/*' });
  expect(answer.status).toBe(200);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(GBK);
});

test('without binary media types the same bytes arrive as broken UTF-8, as on AWS', async () => {
  const other = writeFixture();
  const template = (whole: Template): Template =>
    JSON.parse(
      JSON.stringify(whole).replace('"BinaryMediaTypes":["*/*"]', '"BinaryMediaTypes":["image/*"]'),
    ) as Template;
  const textual = await run(other, { template });
  const answer = await fetch(`${textual.cloud.outputs['Api']}hash`, {
    method: 'POST',
    body: GBK,
    headers: { 'content-type': 'text/plain' },
  });
  expect(await answer.text()).toBe(sha256(Buffer.from(Buffer.from(GBK).toString('utf8'))));
  await textual.stop();
  other.remove();
});

test('a path parameter arrives percent-encoded, as it was sent', async () => {
  expect((await post('echo/a%2Fb%20c')).headers.get('x-id')).toBe('a%2Fb%20c');
});

test('the answer for an unknown path or stage is 403 with API Gateway’s own message', async () => {
  for (const url of [`${api}nothing`, `${api}echo`, api.replace('/prod/', '/hash')]) {
    const answer = await fetch(url, { method: 'POST' });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toEqual({ message: 'Missing Authentication Token' });
  }
});

test('for an unknown path API Gateway’s own message echoes an Authorization field that is no AWS signature', async () => {
  const answer = await fetch(`${api}nothing`, { headers: { authorization: 'Bearer abc' } });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain("Authorization header: 'Bearer abc'");
});

test('a gateway response of the template replaces API Gateway’s own', async () => {
  const other = writeFixture();
  const worded = await run(other, {
    template: (whole) => ({
      ...whole,
      Resources: {
        ...whole.Resources,
        Unknown: {
          Type: 'AWS::ApiGateway::GatewayResponse',
          Properties: {
            ResponseType: 'MISSING_AUTHENTICATION_TOKEN',
            StatusCode: '404',
            ResponseTemplates: { 'application/json': '{"message":"nothing here"}' },
          },
        },
      },
    }),
  });
  const answer = await fetch(`${worded.cloud.outputs['Api']}nothing`);
  expect([answer.status, await answer.json()]).toEqual([404, { message: 'nothing here' }]);
  await worded.stop();
  other.remove();
});

test('a body of 4 MiB passes; a body that is too large for Lambda as Base64, or too large for API Gateway, gets 413', async () => {
  const four = new Uint8Array(randomBytes(4 * 1024 * 1024));
  expect(await (await post('hash', four)).text()).toBe(sha256(four));
  expect((await post('hash', new Uint8Array(5 * 1024 * 1024))).status).toBe(413);
  expect((await post('hash', new Uint8Array(11 * 1024 * 1024))).status).toBe(413);
});

test('the API answers 502 if the function throws or returns a malformed response', async () => {
  for (const path of ['fail', 'malformed']) {
    const answer = await post(path);
    expect([answer.status, await answer.json()]).toEqual([502, { message: 'Internal server error' }]);
  }
});

test('the API needs a Lambda permission to call the function', async () => {
  const other = writeFixture();
  const refused = await run(other, {
    template: ({ Resources: { ApiPermission: _, ...Resources }, ...rest }) => ({ ...rest, Resources }),
  });
  expect((await fetch(`${refused.cloud.outputs['Api']}hash`, { method: 'POST' })).status).toBe(500);
  await refused.stop();
  other.remove();
});

test('a function has the environment variables of the template and of Lambda, and none of this machine', async () => {
  const environment = (await (await post('environment')).json()) as Record<string, string>;
  expect(environment).toMatchObject({
    BUCKET: small.cloud.outputs['Bucket'],
    // AWS addresses in variables are replaced by local addresses.
    FEEDS: small.cloud.outputs['Feeds']?.slice(0, -1),
    AWS_ENDPOINT_URL: small.cloud.endpoint,
    AWS_LAMBDA_FUNCTION_NAME: 'Responder',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
  });
  expect(environment).not.toHaveProperty('PATH');
  expect(environment).not.toHaveProperty('VITEST');
  expect(Number(environment['remaining'])).toBeGreaterThan(0);
  expect(Number(environment['remaining'])).toBeLessThanOrEqual(1000);
});
