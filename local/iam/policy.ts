import * as z from 'zod';

/** IAM policies, as far as templates use them; what is not understood is refused by name when it is read. */

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const conditionValue = z
  .union([z.string(), z.boolean(), z.number(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [String(value)]));

/** A strict object: NotAction, NotResource and NotPrincipal are refused, not ignored. */
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

/** Who asks: a role, by its ARN, or an AWS service on behalf of a resource. */
export type Asker = { role: string } | { service: string; sourceArn: string };

export interface Question {
  asker: Asker;
  action: string;
  resource: string;
}

export type Verdict = 'allow' | 'deny' | 'silent';
export type Policy = (question: Question) => Verdict;

/** Compiles a policy. `name` is used in errors. An explicit Deny wins over every Allow. */
export function compilePolicy(name: string, document: PolicyDocument): Policy {
  const rules = document.Statement.map((one) => {
    const actions = one.Action.map((pattern) => wildcard(pattern, 'i'));
    const resources = (one.Resource ?? ['*']).map((pattern) => wildcard(pattern));
    const conditions = compileConditions(name, one.Condition ?? {});
    const principal = one.Principal;
    return {
      effect: one.Effect,
      applies: (question: Question): boolean =>
        actions.some((pattern) => pattern.test(question.action)) &&
        resources.some((pattern) => pattern.test(question.resource)) &&
        (principal === undefined || isMeant(principal, question.asker)) &&
        conditions.every((holds) => holds(question)),
    };
  });
  return (question) => {
    const applying = rules.filter((rule) => rule.applies(question));
    if (applying.some((rule) => rule.effect === 'Deny')) return 'deny';
    return applying.length > 0 ? 'allow' : 'silent';
  };
}

/** A call is allowed if some policy allows it and none denies it. */
export function isAllowed(policies: readonly Policy[], question: Question): boolean {
  const verdicts = policies.map((policy) => policy(question));
  return verdicts.includes('allow') && !verdicts.includes('deny');
}

/** `*` any text, `?` any character (IAM User Guide, "IAM JSON policy elements: Resource"). */
export function wildcard(pattern: string, flags = ''): RegExp {
  if (pattern.includes('${')) throw new Error(`policy variables are not evaluated locally: ${pattern}`);
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, `s${flags}`);
}

function isMeant(principal: '*' | Record<string, string[]>, asker: Asker): boolean {
  if (principal === '*') return true;
  const { AWS = [], Service = [] } = principal;
  if ('service' in asker) return Service.includes(asker.service) || AWS.includes('*');
  return AWS.some((who) => who === '*' || who === asker.role || who === 'arn:aws:iam::000000000000:root');
}

type Condition = (question: Question) => boolean;

/** Condition keys with the values a question gives them; undefined where a key has no value in this question. */
const KEYS: Record<string, (question: Question) => string[] | undefined> = {
  // The loopback stands for TLS: what is denied without it is not denied here.
  'aws:securetransport': () => ['true'],
  's3:tlsversion': () => ['1.3'],
  'aws:sourcearn': ({ asker }) => ('service' in asker ? [asker.sourceArn] : undefined),
  'aws:sourceaccount': ({ asker }) => ('service' in asker ? ['000000000000'] : undefined),
  'aws:resourceaccount': () => ['000000000000'],
  'aws:principalarn': ({ asker }) => ('role' in asker ? [asker.role] : undefined),
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
    const compare = OPERATORS[operator];
    if (!compare)
      throw new Error(`${name}: the local cloud does not evaluate the condition operator ${operator}`);
    return Object.entries(tests).map(([key, wanted]): Condition => {
      const read = KEYS[key.toLowerCase()];
      if (!read) throw new Error(`${name}: the local cloud does not evaluate the condition key ${key}`);
      return (question) =>
        read(question)?.some((actual) => wanted.some((one) => compare(actual, one))) ?? false;
    });
  });
}
