import { describe, expect, test } from 'vitest';
import {
  compilePolicy,
  isAllowed,
  policyDocument,
  wildcard,
  type Principal,
} from '../../../local/iam/policy.ts';

const ROLE: Principal = { role: 'arn:aws:iam::000000000000:role/Worker' };
const EDGE: Principal = {
  service: 'cloudfront.amazonaws.com',
  sourceArn: 'arn:aws:cloudfront::0:distribution/D',
};
const OBJECT = 'arn:aws:s3:::bucket/raw/a';

const policy = (...Statement: object[]): ReturnType<typeof compilePolicy> =>
  compilePolicy('P', policyDocument.parse({ Version: '2012-10-17', Statement }));
const allows = (statements: object[], principal: Principal = ROLE): boolean =>
  isAllowed([policy(...statements)], { principal, action: 's3:GetObject', resource: OBJECT });
const allow = (Action: string | string[], Resource: string | string[], more = {}): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});

describe('a request, if a statement names', () => {
  test.each([
    ['the same action and object: allowed', 's3:GetObject', OBJECT, true],
    ['the action in another case: allowed', 'S3:getobject', OBJECT, true],
    ['a wildcard that matches: allowed', 's3:Get*', 'arn:aws:s3:::bucket/raw/*', true],
    [
      'its action and resource among others: allowed',
      ['s3:PutObject', 's3:GetObject'],
      ['arn:aws:s3:::other/*', 'arn:aws:s3:::bucket/*'],
      true,
    ],
    ['another action: not allowed', 's3:PutObject', OBJECT, false],
    ['a longer action: not allowed', 's3:GetObjectTagging', OBJECT, false],
    ['the bucket instead of its objects: not allowed', 's3:GetObject', 'arn:aws:s3:::bucket', false],
    ['another prefix: not allowed', 's3:GetObject', 'arn:aws:s3:::bucket/feeds/*', false],
    ['the object in another case: not allowed', 's3:GetObject', 'arn:aws:s3:::bucket/RAW/a', false],
  ])('%s', (_, action, resource, expected) => {
    expect(allows([allow(action, resource)])).toBe(expected);
  });

  test('without a matching statement the request is denied', () => expect(allows([])).toBe(false));

  test('a Deny in any policy overrides every Allow', () => {
    const deny = policy({ Effect: 'Deny', Action: 's3:*', Resource: '*' });
    const request = { principal: ROLE, action: 's3:GetObject', resource: OBJECT };
    expect(isAllowed([policy(allow('s3:*', '*')), deny], request)).toBe(false);
    expect(isAllowed([deny, policy(allow('s3:*', '*'))], request)).toBe(false);
  });
});

describe('a condition on the partition keys that a request names', () => {
  const guarded = policy(
    allow('dynamodb:PutItem', '*', {
      Condition: {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['FEED#*', 'PARTNERS'] },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    }),
  );
  const permits = (keys: string[] | undefined): boolean =>
    isAllowed([guarded], {
      principal: ROLE,
      action: 'dynamodb:PutItem',
      resource: 'arn:aws:dynamodb:us-east-1:000000000000:table/T',
      ...(keys && { context: { 'dynamodb:leadingkeys': keys } }),
    });

  test.each<[string, string[] | undefined, boolean]>([
    ['a key that a pattern matches: allowed', ['FEED#a'], true],
    ['keys that all match: allowed', ['FEED#a', 'PARTNERS'], true],
    ['keys of which one does not match: not allowed', ['FEED#a', 'ARTICLE#a'], false],
    ['a key that only begins like one without a wildcard: not allowed', ['PARTNERS2'], false],
    ['a request without the key, because of Null: not allowed', undefined, false],
  ])('%s', (_, keys, expected) => expect(permits(keys)).toBe(expected));
});

describe('conditions and principals of a statement', () => {
  const forEdge = (Condition: object): object =>
    allow('s3:GetObject', '*', { Principal: { Service: 'cloudfront.amazonaws.com' }, Condition });

  test.each([
    [
      'a request from the source that the policy names: allowed',
      { StringEquals: { 'AWS:SourceArn': 'arn:aws:cloudfront::0:distribution/D' } },
      true,
    ],
    [
      'a request from a source that matches a pattern in the policy: allowed',
      { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudfront::0:distribution/*' } },
      true,
    ],
    [
      'a request from another source: not allowed',
      { StringEquals: { 'aws:SourceArn': 'arn:aws:cloudfront::0:distribution/E' } },
      false,
    ],
    [
      'two conditions of which only one holds: not allowed',
      { StringEquals: { 'aws:SourceAccount': '000000000000', 'aws:SourceArn': 'x' } },
      false,
    ],
  ])('%s', (_, condition, expected) => {
    expect(allows([forEdge(condition)], EDGE)).toBe(expected);
  });

  test('a statement whose principal is a service does not apply to a request by a role', () =>
    expect(allows([forEdge({})], ROLE)).toBe(false));

  test('a statement that denies requests without TLS denies no request of the local cloud', () => {
    const secure = {
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    };
    const modern = { ...secure, Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } };
    expect(allows([allow('s3:*', '*'), secure, modern])).toBe(true);
  });

  test.each([
    [
      'a condition operator',
      { 'ForAnyValue:StringEquals': { 'dynamodb:LeadingKeys': ['x'] } },
      /ForAnyValue:StringEquals/,
    ],
    ['a condition key', { StringEquals: { 'aws:PrincipalTag/team': 'x' } }, /aws:PrincipalTag\/team/],
  ])('%s that the local cloud does not evaluate is refused, and the error names it', (_, Condition, name) => {
    expect(() => policy(allow('s3:*', '*', { Condition }))).toThrow(name);
  });

  test('a policy with NotAction or with a policy variable is refused', () => {
    expect(() => policy({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' })).toThrow();
    expect(() => policy(allow('s3:*', 'arn:aws:s3:::b/${aws:username}/*'))).toThrow(/policy variables/);
  });
});

test('in a pattern only * and ? are special characters', () => {
  expect(wildcard('a.b*c?').test('a.bxxcx')).toBe(true);
  expect(wildcard('a.b').test('axb')).toBe(false);
  expect(wildcard('a*').test('a\nb')).toBe(true);
});
