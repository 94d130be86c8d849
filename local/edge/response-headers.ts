import * as z from 'zod';
import type { AwsResponse } from '../protocol/messages.ts';
import type { Stack } from '../template/bound-stack.ts';
import type { Behaviour } from './distribution.ts';

const flag = z.boolean().default(false);

/**
 * The parts of AWS::CloudFront::ResponseHeadersPolicy that the local edge applies. It refuses a policy with any other
 * part.
 */
const responseHeadersPolicy = z.object({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: z.string(),
    Comment: z.string().optional(),
    CustomHeadersConfig: z
      .object({ Items: z.array(z.object({ Header: z.string(), Value: z.string(), Override: flag })) })
      .optional(),
    RemoveHeadersConfig: z.object({ Items: z.array(z.object({ Header: z.string() })) }).optional(),
    SecurityHeadersConfig: z
      .strictObject({
        ContentTypeOptions: z.object({ Override: flag }).optional(),
        ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string(), Override: flag }).optional(),
        FrameOptions: z.object({ FrameOption: z.string(), Override: flag }).optional(),
        ReferrerPolicy: z.object({ ReferrerPolicy: z.string(), Override: flag }).optional(),
        StrictTransportSecurity: z
          .object({
            AccessControlMaxAgeSec: z.number(),
            IncludeSubdomains: flag,
            Preload: flag,
            Override: flag,
          })
          .optional(),
      })
      .optional(),
    CorsConfig: z
      .object({
        AccessControlAllowOrigins: z.object({
          // With other origins the answer would depend on the request's origin.
          Items: z.tuple([z.literal('*')], { error: 'the local edge allows every origin or none' }),
        }),
        AccessControlExposeHeaders: z.object({ Items: z.array(z.string()) }).optional(),
        OriginOverride: flag,
      })
      .optional(),
  }),
});
type ResponseHeadersPolicy = z.infer<typeof responseHeadersPolicy>['ResponseHeadersPolicyConfig'];

interface Rule {
  header: string;
  value: string;
  override: boolean;
}

/** A response, and what its headers depend on. */
interface Undecorated {
  response: AwsResponse;
  behaviour: Behaviour;
  /** Whether a page of another origin sent the request: whether it has the field Origin. */
  isCors: boolean;
}

/** Returns a function that applies the response headers policy of a behaviour to a response. */
export function headersDecorator(stack: Stack): (undecorated: Undecorated) => AwsResponse {
  const policies = new Map(
    stack
      .all('AWS::CloudFront::ResponseHeadersPolicy', responseHeadersPolicy)
      .map(({ names, properties }) => [names.ref, properties.ResponseHeadersPolicyConfig]),
  );
  return ({ response, behaviour, isCors }) => {
    const policy = policies.get(behaviour.ResponseHeadersPolicyId ?? '');
    if (!policy) return response;
    const headers = { ...response.headers };
    for (const { Header } of policy.RemoveHeadersConfig?.Items ?? []) delete headers[Header.toLowerCase()];
    const rules = [...headerRules(policy), ...(isCors ? corsRules(policy) : [])];
    for (const { header, value, override } of rules)
      if (override || headers[header] === undefined) headers[header] = value;
    return { ...response, headers };
  };
}

/** The headers that a policy sets. Without `override` a value that the origin sent is kept. */
function headerRules(policy: ResponseHeadersPolicy): Rule[] {
  const { CustomHeadersConfig: custom, SecurityHeadersConfig: security = {} } = policy;
  const transport = security.StrictTransportSecurity;
  const directives = transport && [
    `max-age=${transport.AccessControlMaxAgeSec}`,
    ...(transport.IncludeSubdomains ? ['includeSubDomains'] : []),
    ...(transport.Preload ? ['preload'] : []),
  ];
  return [
    ...(custom?.Items ?? []).flatMap(({ Header, Value, Override }) =>
      rule(Header.toLowerCase(), Value, Override),
    ),
    ...rule(
      'x-content-type-options',
      security.ContentTypeOptions && 'nosniff',
      security.ContentTypeOptions?.Override,
    ),
    ...rule(
      'content-security-policy',
      security.ContentSecurityPolicy?.ContentSecurityPolicy,
      security.ContentSecurityPolicy?.Override,
    ),
    ...rule('x-frame-options', security.FrameOptions?.FrameOption, security.FrameOptions?.Override),
    ...rule('referrer-policy', security.ReferrerPolicy?.ReferrerPolicy, security.ReferrerPolicy?.Override),
    ...rule('strict-transport-security', directives?.join('; '), transport?.Override),
  ];
}

/**
 * The headers that CloudFront sets in its responses to CORS requests (CloudFormation, ResponseHeadersPolicy
 * CorsConfig).
 */
function corsRules({ CorsConfig: cors }: ResponseHeadersPolicy): Rule[] {
  return [
    ...rule(
      'access-control-allow-origin',
      cors?.AccessControlAllowOrigins.Items.join(','),
      cors?.OriginOverride,
    ),
    ...rule(
      'access-control-expose-headers',
      cors?.AccessControlExposeHeaders?.Items.join(','),
      cors?.OriginOverride,
    ),
  ];
}

const rule = (header: string, value: string | undefined, override = false): Rule[] =>
  value === undefined ? [] : [{ header, value, override }];
