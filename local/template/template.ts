import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

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

/** The sections of a CloudFormation template that the local cloud reads. */
export interface Template {
  Resources: Record<string, Resource>;
  Outputs?: Record<string, { Value: Json }>;
  Parameters?: Record<string, { Type: string; Default?: Json }>;
}

/**
 * Reads the template of the only stack in a cloud assembly. Throws if the assembly has no stack or several stacks.
 */
export function readTemplate(assembly: string): { name: string; template: Template } {
  const suffix = '.template.json';
  const found = readdirSync(assembly).filter((file) => file.endsWith(suffix));
  const [file] = found;
  if (!file || found.length > 1)
    throw new Error(`${assembly} has ${found.length} stack templates; the local cloud needs exactly one`);
  const template = JSON.parse(readFileSync(join(assembly, file), 'utf8')) as Template;
  return { name: file.slice(0, -suffix.length), template };
}
