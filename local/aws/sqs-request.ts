import type { AwsRequest } from '../emulators/emulators.ts';

/** A request to SQS as the SDK would make it, for a queue known by its ARN. */
export function sqsRequest(operation: string, queueArn: string, parameters: object): AwsRequest {
  const [account, name] = queueArn.split(':').slice(4);
  // The emulator reads account and name only, whatever the host.
  const QueueUrl = `http://127.0.0.1/${account}/${name}`;
  return {
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${operation}` },
    body: Buffer.from(JSON.stringify({ QueueUrl, ...parameters })),
  };
}
