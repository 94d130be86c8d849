import type { AwsRequest } from './messages.ts';

/** The request that the SDK would send to SQS for a queue, given by its ARN. */
export function sqsRequest(operation: string, queueArn: string, parameters: object): AwsRequest {
  const [account, name] = queueArn.split(':').slice(4);
  // The emulator reads only the account and the name in the URL. The host does not matter.
  const QueueUrl = `http://127.0.0.1/${account}/${name}`;
  return {
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${operation}` },
    body: Buffer.from(JSON.stringify({ QueueUrl, ...parameters })),
  };
}
