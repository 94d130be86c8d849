import * as z from 'zod';

const flag = z.boolean().default(false);

/** AWS::CloudFront::ResponseHeadersPolicy, as far as it is applied; a part that is not known is refused. */
export const responseHeadersPolicy = z.object({
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
        AccessControlAllowOrigins: z.object({ Items: z.array(z.string()) }),
        AccessControlExposeHeaders: z.object({ Items: z.array(z.string()) }).optional(),
        OriginOverride: flag,
      })
      .optional(),
  }),
});
export type ResponseHeadersPolicy = z.infer<typeof responseHeadersPolicy>['ResponseHeadersPolicyConfig'];

interface Rule {
  header: string;
  value: string;
  override: boolean;
}

/** The headers a policy sets; without `override` the origin's own stays. */
export function headerRules(policy: ResponseHeadersPolicy): Rule[] {
  const { CustomHeadersConfig: custom, SecurityHeadersConfig: security = {}, CorsConfig: cors } = policy;
  const rule = (header: string, value: string | undefined, override = false): Rule[] =>
    value === undefined ? [] : [{ header, value, override }];
  const transport = security.StrictTransportSecurity;
  const directives = transport && [
    `max-age=${transport.AccessControlMaxAgeSec}`,
    ...(transport.IncludeSubdomains ? ['includeSubDomains'] : []),
    ...(transport.Preload ? ['preload'] : []),
  ];
  return [
    ...(custom?.Items ?? []).flatMap((one) => rule(one.Header.toLowerCase(), one.Value, one.Override)),
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
