/** The AWS services of the local cloud, named as in the scope of a signature. */
export type Service = 's3' | 'sqs' | 'dynamodb' | 'cloudfront' | 'cloudfront-keyvaluestore';

/** An IAM action on a resource, by its ARN, that a caller must be allowed. */
export interface RequiredPermission {
  action: string;
  resource: string;
}
