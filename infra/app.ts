import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import cdk from '../cdk.json' with { type: 'json' };
import { BUNDLES, bundleFunctions } from './bundle.ts';
import { rulePacks } from './rule-packs.ts';
import { SyndicationStack } from './syndication-stack.ts';

/**
 * The CDK app. Context it takes (`cdk deploy -c name=value`): `stack`, the stack's name, for a second pipeline in one
 * account; `feedsDomain` and `feedsCertificate`, a name of one's own for the feeds and the ARN of its certificate in
 * us-east-1.
 */
// The CDK CLI passes these as well; given here, `node infra/app.ts` makes the same template without it.
const app = new App({
  context: { ...cdk.context, 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true },
});
const name = contextString('feedsDomain');
const certificateArn = contextString('feedsCertificate');
if ((name === undefined) !== (certificateArn === undefined)) {
  throw new Error('feedsDomain and feedsCertificate go together: give both or neither');
}

await bundleFunctions();
new SyndicationStack(app, contextString('stack') ?? 'Wiredesk', {
  code: (stage) => Code.fromAsset(join(BUNDLES, stage)),
  domain: name && certificateArn ? { name, certificateArn } : undefined,
});
Validations.of(app).addPlugins(...rulePacks(app));
app.synth();

function contextString(key: string): string | undefined {
  const value: unknown = app.node.tryGetContext(key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
