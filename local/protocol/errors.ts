import type { AwsResponse } from './messages.ts';
import type { RequiredPermission, Service } from './service.ts';

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const XML_SERVICES: readonly Service[] = ['s3', 'cloudfront'];

export interface AwsError {
  status: number;
  code: string;
  message: string;
  /** Further elements of an S3 error. */
  details?: Record<string, string>;
}

/** An error response in the service's own syntax: XML for S3 and CloudFront, AWS JSON for all other services. */
export function awsError(service: Service, { status, code, message, details = {} }: AwsError): AwsResponse {
  if (!XML_SERVICES.includes(service)) {
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

/** The response to a caller that lacks the required permission. DynamoDB answers 400, all other services 403. */
export function accessDenied(
  service: Service,
  caller: string,
  { action, resource }: RequiredPermission,
): AwsResponse {
  const message = `User: ${caller} is not authorized to perform: ${action} on resource: ${resource}`;
  if (XML_SERVICES.includes(service))
    return awsError(service, { status: 403, code: 'AccessDenied', message });
  const status = service === 'dynamodb' ? 400 : 403;
  return awsError(service, { status, code: 'AccessDeniedException', message });
}
