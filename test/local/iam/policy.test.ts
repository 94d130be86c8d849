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

describe('actions and resources', () => {
  test.each([
    ['the same action and object', 's3:GetObject', OBJECT, true],
    ['the action in another case', 'S3:getobject', OBJECT, true],
    ['a wildcard', 's3:Get*', 'arn:aws:s3:::bucket/raw/*', true],
    [
      'one of several actions and resources',
      ['s3:PutObject', 's3:GetObject'],
      ['arn:aws:s3:::other/*', 'arn:aws:s3:::bucket/*'],
      true,
    ],
    ['another action', 's3:PutObject', OBJECT, false],
    ['a longer action', 's3:GetObjectTagging', OBJECT, false],
    ['the bucket instead of its objects', 's3:GetObject', 'arn:aws:s3:::bucket', false],
    ['another prefix', 's3:GetObject', 'arn:aws:s3:::bucket/feeds/*', false],
    ['the object in another case', 's3:GetObject', 'arn:aws:s3:::bucket/RAW/a', false],
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

describe('conditions and principals', () => {
  const forEdge = (Condition: object): object =>
    allow('s3:GetObject', '*', { Principal: { Service: 'cloudfront.amazonaws.com' }, Condition });

  test.each([
    [
      'the source that the policy names',
      { StringEquals: { 'AWS:SourceArn': 'arn:aws:cloudfront::0:distribution/D' } },
      true,
    ],
    [
      'a pattern that matches the source',
      { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudfront::0:distribution/*' } },
      true,
    ],
    ['another source', { StringEquals: { 'aws:SourceArn': 'arn:aws:cloudfront::0:distribution/E' } }, false],
    [
      'two conditions, one of which does not hold',
      { StringEquals: { 'aws:SourceAccount': '000000000000', 'aws:SourceArn': 'x' } },
      false,
    ],
  ])('%s', (_, condition, expected) => {
    expect(allows([forEdge(condition)], EDGE)).toBe(expected);
  });

  test('a statement for a service does not apply to a role', () =>
    expect(allows([forEdge({})], ROLE)).toBe(false));

  test('a statement that denies requests without TLS denies nothing here', () => {
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
      { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['x'] } },
      /ForAllValues:StringEquals/,
    ],
    ['a condition key', { StringEquals: { 'aws:PrincipalTag/team': 'x' } }, /aws:PrincipalTag\/team/],
  ])('%s that the local cloud does not evaluate is refused by name', (_, Condition, name) => {
    expect(() => policy(allow('s3:*', '*', { Condition }))).toThrow(name);
  });

  test('NotAction and policy variables are refused', () => {
    expect(() => policy({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' })).toThrow();
    expect(() => policy(allow('s3:*', 'arn:aws:s3:::b/${aws:username}/*'))).toThrow(/policy variables/);
  });
});

test('in a pattern only * and ? are special characters', () => {
  expect(wildcard('a.b*c?').test('a.bxxcx')).toBe(true);
  expect(wildcard('a.b').test('axb')).toBe(false);
  expect(wildcard('a*').test('a\nb')).toBe(true);
});
