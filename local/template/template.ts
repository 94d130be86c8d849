import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ACCOUNT, REGION } from './account.ts';
import { namesOf, type Names } from './resource-types.ts';

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export interface Resource {
  Type: string;
  Properties?: JsonObject;
  Metadata?: JsonObject;
  Condition?: string;
}

/** A CloudFormation template, as far as the local cloud reads it. */
export interface Template {
  Resources: Record<string, Resource>;
  Outputs?: Record<string, { Value: Json }>;
  Parameters?: Record<string, { Type: string; Default?: Json }>;
}

/** A template's resources with every reference replaced by a local name or ARN. */
export interface Stack {
  name: string;
  /** Ref and attributes of a resource. */
  names(id: string): Names;
  /** Properties of every resource of a type, resolved and read with a schema; a mismatch is an error by name. */
  all<T>(
    type: string,
    schema: z.ZodType<T>,
  ): { id: string; properties: T; names: Names; resource: Resource }[];
  resolve(value: Json): Json;
  outputs(): Record<string, string>;
}

/** Reads the only stack's template of a cloud assembly. Throws if there is none, or more than one. */
export function readTemplate(assembly: string): { name: string; template: Template } {
  const suffix = '.template.json';
  const found = readdirSync(assembly).filter((file) => file.endsWith(suffix));
  const [file] = found;
  if (!file || found.length > 1)
    throw new Error(`${assembly} holds ${found.length} stack templates; the local cloud runs exactly one`);
  const template = JSON.parse(readFileSync(join(assembly, file), 'utf8')) as Template;
  return { name: file.slice(0, -suffix.length), template };
}

/**
 * Binds a template to this machine.
 * @param endpoint where queue URLs point, `http://127.0.0.1:PORT`
 */
export function bindStack(name: string, template: Template, endpoint: string): Stack {
  const known = new Map<string, Names>();
  const resources = template.Resources;

  const names = (id: string): Names => {
    const resource = resources[id];
    if (!resource) throw new Error(`the template refers to "${id}", which it does not declare`);
    let bound = known.get(id);
    if (!bound) {
      // Names may depend on resolved properties (a stage's name), never on other resources' names in a circle.
      bound = namesOf(id, resource.Type, {
        stack: name,
        endpoint,
        properties: (key) => property(resource, key),
      });
      known.set(id, bound);
    }
    return bound;
  };
  const property = (resource: Resource, key: string): Json | undefined => {
    const value = resource.Properties?.[key];
    return value === undefined ? undefined : resolve(value);
  };

  const pseudo: Record<string, string> = {
    'AWS::Region': REGION,
    'AWS::AccountId': ACCOUNT,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': name,
    'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${name}/local`,
  };
  const reference = (id: string): string => {
    const fixed = pseudo[id] ?? template.Parameters?.[id]?.Default;
    return fixed === undefined ? names(id).ref : text(fixed);
  };
  const attribute = (id: string, key: string): string => {
    const value = names(id).attributes[key];
    if (value === undefined)
      throw new Error(
        `the template reads ${id}.${key}; ${resources[id]?.Type} has no such attribute locally`,
      );
    return value;
  };

  const functions: Record<string, (argument: Json) => Json> = {
    Ref: (id) => reference(text(id)),
    'Fn::GetAtt': (argument) => {
      const [id = '', key = ''] = Array.isArray(argument)
        ? argument.map(text)
        : text(argument).split(/\.(.*)/s);
      return attribute(id, key);
    },
    'Fn::Join': (argument) => {
      const [separator, parts] = list(argument);
      return list(resolve(parts ?? []))
        .map(text)
        .join(text(separator ?? ''));
    },
    'Fn::Split': (argument) => {
      const [separator, whole] = list(argument);
      return text(resolve(whole ?? '')).split(text(separator ?? ''));
    },
    'Fn::Select': (argument) => {
      const [index, from] = list(argument);
      const chosen = list(resolve(from ?? []))[Number(index)];
      if (chosen === undefined) throw new Error(`Fn::Select ${JSON.stringify(argument)} selects nothing`);
      return chosen;
    },
    'Fn::Sub': (argument) => {
      const [pattern, own] = Array.isArray(argument) ? argument : [argument, {}];
      const values = own as JsonObject;
      return text(pattern ?? '').replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, key: string) => {
        if (literal) return `\${${key}}`;
        const value = values[key];
        if (value !== undefined) return text(resolve(value));
        const [id = '', attributeName] = key.split(/\.(.*)/s);
        return attributeName === undefined ? reference(id) : attribute(id, attributeName);
      });
    },
  };

  const resolve = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(resolve).filter((one) => one !== NO_VALUE);
    if (value === null || typeof value !== 'object') return value;
    const [only, ...others] = Object.keys(value);
    if (only && others.length === 0 && (only === 'Ref' || only.startsWith('Fn::'))) {
      const argument = value[only] ?? null;
      if (only === 'Ref' && argument === 'AWS::NoValue') return NO_VALUE;
      const run = functions[only];
      if (!run) throw new Error(`the local cloud does not know the intrinsic function ${only}`);
      return run(argument);
    }
    const entries = Object.entries(value).map(([key, inner]) => [key, resolve(inner)] as const);
    return Object.fromEntries(entries.filter(([, inner]) => inner !== NO_VALUE));
  };

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
        Object.entries(template.Outputs ?? {}).map(([key, output]) => [key, text(resolve(output.Value))]),
      ),
  };
}

/** Stands for a property that `Ref: AWS::NoValue` removes; compared by identity. */
const NO_VALUE: JsonObject = {};

function list(value: Json): Json[] {
  if (!Array.isArray(value))
    throw new Error(`expected a list in the template, found ${JSON.stringify(value)}`);
  return value;
}

function text(value: Json): string {
  if (typeof value === 'object')
    throw new Error(`expected text in the template, found ${JSON.stringify(value)}`);
  return String(value);
}
