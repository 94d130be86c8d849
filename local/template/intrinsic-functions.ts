import type { Json, JsonObject } from './template.ts';

/** What a template's `Ref` and `Fn::GetAtt` return. Both throw if the template does not declare the resource. */
export interface References {
  ref(id: string): string;
  attribute(id: string, name: string): string;
}

interface Context extends References {
  resolve(value: Json): Json;
}

/** Marks a property that `Ref: AWS::NoValue` removes. Only this object is removed, not an equal `{}`. */
const NO_VALUE: JsonObject = {};

/**
 * The intrinsic functions that the local cloud evaluates (CloudFormation Template Reference, "Intrinsic functions").
 */
const FUNCTIONS: Record<string, (argument: Json, context: Context) => Json> = {
  Ref: (id, { ref }) => (id === 'AWS::NoValue' ? NO_VALUE : ref(asText(id))),
  'Fn::GetAtt': (argument, { attribute }) => {
    const parts = Array.isArray(argument) ? argument.map(asText) : asText(argument).split(/\.(.*)/s);
    const [id = '', name = ''] = parts;
    return attribute(id, name);
  },
  'Fn::Join': (argument, { resolve }) => {
    const [separator, parts] = asList(argument);
    return asList(resolve(parts ?? []))
      .map(asText)
      .join(asText(separator ?? ''));
  },
  'Fn::Split': (argument, { resolve }) => {
    const [separator, whole] = asList(argument);
    return asText(resolve(whole ?? '')).split(asText(separator ?? ''));
  },
  'Fn::Select': (argument, { resolve }) => {
    const [index, from] = asList(argument);
    const chosen = asList(resolve(from ?? []))[Number(index)];
    if (chosen === undefined) throw new Error(`Fn::Select ${JSON.stringify(argument)} selects nothing`);
    return chosen;
  },
  'Fn::Sub': substitute,
};

function substitute(argument: Json, { resolve, ref, attribute }: Context): string {
  const [pattern, own] = Array.isArray(argument) ? argument : [argument, {}];
  const values = own as JsonObject;
  return asText(pattern ?? '').replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, key: string) => {
    if (literal) return `\${${key}}`;
    const value = values[key];
    if (value !== undefined) return asText(resolve(value));
    const [id = '', name] = key.split(/\.(.*)/s);
    return name === undefined ? ref(id) : attribute(id, name);
  });
}

/**
 * Returns a function that evaluates every intrinsic function inside a value. For an unknown intrinsic function it
 * throws an error with the name.
 */
export function createResolver(references: References): (value: Json) => Json {
  const resolve = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== NO_VALUE);
    if (value === null || typeof value !== 'object') return value;
    const [only, ...others] = Object.keys(value);
    if (only && others.length === 0 && (only === 'Ref' || only.startsWith('Fn::'))) {
      const evaluate = FUNCTIONS[only];
      if (!evaluate) throw new Error(`the local cloud does not know the intrinsic function ${only}`);
      return evaluate(value[only] ?? null, { ...references, resolve });
    }
    const entries = Object.entries(value).map(([key, inner]) => [key, resolve(inner)] as const);
    return Object.fromEntries(entries.filter(([, inner]) => inner !== NO_VALUE));
  };
  return resolve;
}

function asList(value: Json): Json[] {
  if (!Array.isArray(value))
    throw new Error(`expected a list in the template, found ${JSON.stringify(value)}`);
  return value;
}

export function asText(value: Json): string {
  if (typeof value === 'object')
    throw new Error(`expected text in the template, found ${JSON.stringify(value)}`);
  return String(value);
}
