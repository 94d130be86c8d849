import type { Service } from './required-permissions.ts';
import type { AwsResponse } from '../emulators/emulators.ts';

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const IN_XML: readonly Service[] = ['s3', 'cloudfront'];

/** An error as the service words it: XML for S3 and CloudFront, AWS JSON for the others. */
export function awsError(
  service: Service,
  status: number,
  code: string,
  message: string,
  details: Record<string, string> = {},
): AwsResponse {
  if (!IN_XML.includes(service)) {
    const body = Buffer.from(JSON.stringify({ __type: `com.amazon.coral.service#${code}`, message }));
    return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body };
  }
  const members = Object.entries({ Code: code, Message: message, ...details, RequestId: 'local' });
  const inner = members.map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`).join('');
  const error = `<Error>${inner}</Error>`;
  const wrapped = service === 's3' ? error : `<ErrorResponse>${error}</ErrorResponse>`;
  const body = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${wrapped}`);
  return { status, headers: { 'content-type': 'application/xml' }, body };
}

/** A refusal as each service gives it: DynamoDB answers 400, the others 403. */
export function accessDenied(service: Service, who: string, action: string, resource: string): AwsResponse {
  const message = `User: ${who} is not authorized to perform: ${action} on resource: ${resource}`;
  if (IN_XML.includes(service)) return awsError(service, 403, 'AccessDenied', message);
  return awsError(service, service === 'dynamodb' ? 400 : 403, 'AccessDeniedException', message);
}
