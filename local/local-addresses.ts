import * as z from 'zod';
import type { Servers } from './servers.ts';
import type { Stack } from './template/bound-stack.ts';

/** Returns a function that replaces the AWS addresses of a stack, in a text, by addresses of this machine. */
export function localiser(stack: Stack, { gateway, edge }: Servers): (text: string) => string {
  const apis = stack
    .all('AWS::ApiGateway::RestApi', z.unknown())
    .map(({ names }) => `https://${names.ref}\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.com`);
  const distributions = stack
    .all('AWS::CloudFront::Distribution', z.unknown())
    .map(({ names }) => `(https://)?${(names.attributes['DomainName'] ?? '').replaceAll('.', '\\.')}`);
  const replacements = [
    ...apis.map((pattern) => ({ pattern: new RegExp(pattern, 'g'), port: gateway.port })),
    ...distributions.map((pattern) => ({ pattern: new RegExp(pattern, 'g'), port: edge.port })),
  ];
  return (text) =>
    replacements.reduce(
      (local, { pattern, port }) => local.replace(pattern, `http://127.0.0.1:${port}`),
      text,
    );
}
