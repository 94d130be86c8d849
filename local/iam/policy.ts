import * as z from 'zod';
import { ACCOUNT } from '../template/account.ts';

/**
 * Evaluates the parts of IAM policies that templates use. If a policy has any other part, reading the policy throws
 * an error that names this part.
 */

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const conditionValue = z
  .union([z.string(), z.boolean(), z.number(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [String(value)]));

/** The object is strict, so NotAction, NotResource and NotPrincipal are refused instead of ignored. */
const statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore,
  Resource: oneOrMore.optional(),
  Principal: z.union([z.literal('*'), z.record(z.string(), oneOrMore)]).optional(),
  Condition: z.record(z.string(), z.record(z.string(), conditionValue)).optional(),
});
export const policyDocument = z.object({
  Version: z.string().optional(),
  Statement: z.union([statement, z.array(statement)]).transform((value) => [value].flat()),
});
export type PolicyDocument = z.infer<typeof policyDocument>;

/** Who makes a request: a role, by its ARN, or an AWS service on behalf of a resource. */
export type Principal = { role: string } | { service: string; sourceArn: string };

export interface AccessRequest {
  principal: Principal;
  action: string;
  resource: string;
  /** Values of condition keys that belong to this request, by the key in lower case. */
  context?: Readonly<Record<string, string[]>>;
}

/** What one policy says about a request. 'no-match': none of its statements applies. */
export type PolicyResult = 'allow' | 'deny' | 'no-match';
export type Policy = (request: AccessRequest) => PolicyResult;

/** Compiles a policy. `name` appears in error messages. Within a policy an explicit Deny overrides every Allow. */
export function compilePolicy(name: string, document: PolicyDocument): Policy {
  const rules = document.Statement.map(({ Effect, Action, Resource = ['*'], Principal, Condition = {} }) => {
    const actions = Action.map((pattern) => wildcard(pattern, 'i'));
    const resources = Resource.map((pattern) => wildcard(pattern));
    const conditions = compileConditions(name, Condition);
    return {
      effect: Effect,
      applies: (request: AccessRequest): boolean =>
        actions.some((pattern) => pattern.test(request.action)) &&
        resources.some((pattern) => pattern.test(request.resource)) &&
        (Principal === undefined || matchesPrincipal(Principal, request.principal)) &&
        conditions.every((holds) => holds(request)),
    };
  });
  return (request) => {
    const applying = rules.filter((rule) => rule.applies(request));
    if (applying.some((rule) => rule.effect === 'Deny')) return 'deny';
    return applying.length > 0 ? 'allow' : 'no-match';
  };
}

/** A request is allowed if at least one policy allows it and no policy denies it. */
export function isAllowed(policies: readonly Policy[], request: AccessRequest): boolean {
  const results = policies.map((policy) => policy(request));
  return results.includes('allow') && !results.includes('deny');
}

/** `*` matches any text, `?` any one character (IAM User Guide, "IAM JSON policy elements: Resource"). */
export function wildcard(pattern: string, flags = ''): RegExp {
  if (pattern.includes('${')) throw new Error(`policy variables are not evaluated locally: ${pattern}`);
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, `s${flags}`);
}

function matchesPrincipal(element: '*' | Record<string, string[]>, principal: Principal): boolean {
  if (element === '*') return true;
  const { AWS = [], Service = [] } = element;
  if ('service' in principal) return Service.includes(principal.service) || AWS.includes('*');
  const root = `arn:aws:iam::${ACCOUNT}:root`;
  return AWS.some((arn) => arn === '*' || arn === principal.role || arn === root);
}

type Condition = (request: AccessRequest) => boolean;

/** For each condition key, a function that gives its values in a request, or undefined if the request has none. */
const CONDITION_KEYS: Record<string, (request: AccessRequest) => string[] | undefined> = {
  // Requests in the local cloud use the loopback interface without TLS, but count as requests with TLS. So a
  // statement that denies requests without TLS denies no request here.
  'aws:securetransport': () => ['true'],
  's3:tlsversion': () => ['1.3'],
  'aws:sourcearn': ({ principal }) => ('service' in principal ? [principal.sourceArn] : undefined),
  'aws:sourceaccount': ({ principal }) => ('service' in principal ? [ACCOUNT] : undefined),
  'aws:resourceaccount': () => [ACCOUNT],
  'aws:principalarn': ({ principal }) => ('role' in principal ? [principal.role] : undefined),
  'dynamodb:leadingkeys': ({ context }) => context?.['dynamodb:leadingkeys'],
  's3:if-none-match': ({ context }) => context?.['s3:if-none-match'],
};

const OPERATORS: Record<string, (actual: string, wanted: string) => boolean> = {
  Bool: (actual, wanted) => actual === wanted.toLowerCase(),
  StringEquals: (actual, wanted) => actual === wanted,
  StringLike: (actual, wanted) => wildcard(wanted).test(actual),
  ArnEquals: (actual, wanted) => wildcard(wanted).test(actual),
  ArnLike: (actual, wanted) => wildcard(wanted).test(actual),
  NumericLessThan: (actual, wanted) => Number(actual) < Number(wanted),
};

function compileConditions(name: string, conditions: Record<string, Record<string, string[]>>): Condition[] {
  return Object.entries(conditions).flatMap(([operator, tests]) => {
    const holds = operatorOf(operator);
    if (!holds)
      throw new Error(`${name}: the local cloud does not evaluate the condition operator ${operator}`);
    return Object.entries(tests).map(([key, wanted]): Condition => {
      const read = CONDITION_KEYS[key.toLowerCase()];
      if (!read) throw new Error(`${name}: the local cloud does not evaluate the condition key ${key}`);
      return (request) => holds(read(request), wanted);
    });
  });
}

/** Whether a condition holds. `actual` is undefined if the request does not have the key. */
type Operator = (actual: readonly string[] | undefined, wanted: readonly string[]) => boolean;

const FOR_ALL_VALUES = 'ForAllValues:';

function operatorOf(name: string): Operator | undefined {
  if (name === 'Null') return (actual, wanted) => wanted.includes(String(actual === undefined));
  const isForAll = name.startsWith(FOR_ALL_VALUES);
  const compare = OPERATORS[isForAll ? name.slice(FOR_ALL_VALUES.length) : name];
  if (!compare) return undefined;
  const matches = (wanted: readonly string[]) => (actual: string) =>
    wanted.some((value) => compare(actual, value));
  // ForAllValues also holds if the request does not have the key (IAM User Guide, "Set operators").
  return isForAll
    ? (actual = [], wanted) => actual.every(matches(wanted))
    : (actual = [], wanted) => actual.some(matches(wanted));
}
