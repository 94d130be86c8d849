import * as z from 'zod';
import type { AwsResponse } from '../protocol/messages.ts';
import type { Stack } from '../template/bound-stack.ts';

/**
 * API Gateway reads the Authorization field of a request for an unknown address as a signature of AWS. If it is none,
 * the text of the answer contains the field. This error has no type of its own, so DEFAULT_4XX applies to it.
 */
const AUTHORIZATION_ECHO =
  "'{value}' not a valid key=value pair (missing equal-sign) in Authorization header: '{field}'.";

/** The error responses that API Gateway itself makes, by type (Developer Guide, "Gateway response types"). */
const STANDARD = {
  MISSING_AUTHENTICATION_TOKEN: [403, 'Missing Authentication Token'],
  INVALID_AUTHORIZATION: [403, AUTHORIZATION_ECHO],
  REQUEST_TOO_LARGE: [413, 'Request Too Long'],
  API_CONFIGURATION_ERROR: [500, 'Internal server error'],
  INTEGRATION_FAILURE: [502, 'Internal server error'],
  INTEGRATION_TIMEOUT: [504, 'Endpoint request timed out'],
} as const;
export type GatewayFault = keyof typeof STANDARD;

const gatewayResponse = z.object({
  ResponseType: z.string(),
  StatusCode: z.coerce.number().optional(),
  ResponseTemplates: z
    .record(
      z.literal('application/json'),
      z.string().regex(/^[^$]*$/, 'variables in gateway responses are not filled in locally'),
    )
    .optional(),
  ResponseParameters: z.undefined({ error: 'headers of gateway responses are not set locally' }).optional(),
});

/**
 * Returns a function that makes a gateway response: that of the template if it declares one, otherwise that of AWS.
 */
export function readGatewayResponses(
  stack: Stack,
): (fault: GatewayFault, authorization?: string) => AwsResponse {
  const own = new Map(
    stack
      .all('AWS::ApiGateway::GatewayResponse', gatewayResponse)
      .map(({ properties }) => [properties.ResponseType, properties]),
  );
  return (fault, authorization = '') => {
    const [status, standard] = STANDARD[fault];
    const message = standard
      .replace('{value}', () => authorization.split(' ').at(-1) ?? '')
      .replace('{field}', () => authorization);
    const special = own.get(fault) ?? own.get(status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX');
    const text = special?.ResponseTemplates?.['application/json'] ?? JSON.stringify({ message });
    return {
      status: special?.StatusCode ?? status,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(text),
    };
  };
}
