import * as z from 'zod';
import { ACCOUNT, REGION } from './account.ts';
import { asText, createResolver } from './intrinsic-functions.ts';
import type { Names } from './resource-names.ts';
import { namesOf } from './resource-types.ts';
import type { Json, Resource, Template } from './template.ts';

export interface BoundResource<T> {
  /** The logical id. */
  id: string;
  properties: T;
  names: Names;
  resource: Resource;
}

/** A template's resources. Every reference is replaced by a local name or ARN. */
export interface Stack {
  name: string;
  /** What `Ref` and `Fn::GetAtt` return for the resource with this logical id. */
  names(id: string): Names;
  /**
   * Every resource of a type, with its properties resolved and parsed. If the schema does not match, throws an error
   * with the logical id.
   */
  all<T>(type: string, schema: z.ZodType<T>): BoundResource<T>[];
  resolve(value: Json): Json;
  outputs(): Record<string, string>;
}

/**
 * Gives each resource of a template its local names, and replaces all references by them.
 * @param endpoint the origin of queue URLs, `http://127.0.0.1:PORT`
 */
export function bindStack(name: string, template: Template, endpoint: string): Stack {
  const bound = new Map<string, Names>();
  const resources = template.Resources;
  const pseudo = pseudoParameters(name);

  const names = (id: string): Names => {
    const known = bound.get(id);
    if (known) return known;
    const resource = resources[id];
    if (!resource) throw new Error(`the template refers to "${id}", which it does not declare`);
    // The name of a resource may depend on a resolved property, such as StageName. Two names never depend on each
    // other, so this recursion ends.
    const properties = (key: string): Json | undefined => {
      const value = resource.Properties?.[key];
      return value === undefined ? undefined : resolve(value);
    };
    const made = namesOf(id, resource.Type, { stack: name, endpoint, properties });
    bound.set(id, made);
    return made;
  };
  const ref = (id: string): string => {
    const fixed = pseudo[id] ?? template.Parameters?.[id]?.Default;
    return fixed === undefined ? names(id).ref : asText(fixed);
  };
  const attribute = (id: string, key: string): string => {
    const value = names(id).attributes[key];
    if (value !== undefined) return value;
    const type = resources[id]?.Type;
    throw new Error(`the template reads ${id}.${key}; the local cloud has no such attribute for ${type}`);
  };
  const resolve = createResolver({ ref, attribute });

  return {
    name,
    names,
    resolve,
    all: (type, schema) =>
      Object.entries(resources)
        .filter(([, resource]) => resource.Type === type)
        .map(([id, resource]) => {
          const parsed = schema.safeParse(resolve(resource.Properties ?? {}));
          if (!parsed.success) throw new Error(`${id} (${type}): ${z.prettifyError(parsed.error)}`);
          return { id, properties: parsed.data, names: names(id), resource };
        }),
    outputs: () =>
      Object.fromEntries(
        Object.entries(template.Outputs ?? {}).map(([key, output]) => [key, asText(resolve(output.Value))]),
      ),
  };
}

/** CloudFormation Template Reference, "Pseudo parameters reference". */
const pseudoParameters = (stack: string): Record<string, string> => ({
  'AWS::Region': REGION,
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': stack,
  'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stack}/local`,
});
