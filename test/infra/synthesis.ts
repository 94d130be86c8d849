import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import cdk from '../../cdk.json' with { type: 'json' };
import { SyndicationStack, type SyndicationStackProps } from '../../infra/syndication-stack.ts';

/** How the logical ids of a stage's resources begin. */
export const LOGICAL_NAMES = {
  ingest: 'Ingest',
  normalise: 'Normalise',
  'fan-out': 'FanOut',
  publish: 'Publish',
} as const;

/** A resource of the template. Each test asserts the shape of the properties that it reads. */
export interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
  DependsOn?: string[];
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}

/**
 * Synthesises the stack with the feature flags of `cdk synth`, but without bundles: the template does not depend on
 * code.
 */
export function synthesise(props: Partial<SyndicationStackProps> = {}): {
  stack: SyndicationStack;
  template: Template;
} {
  const app = new App({
    context: { ...cdk.context, 'aws:cdk:bundling-stacks': [] },
    analyticsReporting: false,
    // CDK's own rules take seconds to load and do not change the template. Every `cdk synth` runs them.
    builtinCloudFormationValidation: false,
  });
  const stack = new SyndicationStack(app, 'Wiredesk', {
    code: () => Code.fromInline('export const handler = () => undefined;'),
    ...props,
  });
  return { stack, template: Template.fromStack(stack) };
}

/** All resources of a type, by logical id. */
export function resources(template: Template, type: string): Map<string, Resource> {
  return new Map(Object.entries(template.findResources(type) as Record<string, Resource>));
}

/** The only resource of a type whose logical id begins with the prefix. Throws if there are none or several. */
export function resource(template: Template, type: string, prefix: string): Resource & { id: string } {
  const found = [...resources(template, type)].filter(([id]) => id.startsWith(prefix));
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} ${type} begin with ${prefix}`);
  return { id: only[0], ...only[1] };
}
