/** The AWS services of the local cloud, named as in the credential scope of a signed request. */
export type Service = 's3' | 'sqs' | 'dynamodb' | 'cloudfront' | 'cloudfront-keyvaluestore';

/** A permission that a caller must have: an IAM action on the resource with this ARN. */
export interface RequiredPermission {
  action: string;
  resource: string;
  /** Values of condition keys that belong to this request, by the key in lower case. */
  context?: Readonly<Record<string, string[]>>;
}
