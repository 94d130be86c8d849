import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import cdk from '../cdk.json' with { type: 'json' };
import { BUNDLES, bundleFunctions } from './bundle.ts';
import { rulePacks } from './rule-packs.ts';
import { SyndicationStack } from './syndication-stack.ts';

/**
 * The CDK app. It reads three context values (`cdk deploy -c name=value`). `stack` is the stack's name; a second
 * pipeline in the same account needs another name. `feedsDomain` is a custom domain for the feeds, and
 * `feedsCertificate` the ARN of its certificate in us-east-1.
 */
// The CDK CLI passes this context too. Setting it here lets `node infra/app.ts` make the same template without the
// CLI.
const app = new App({
  context: { ...cdk.context, 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true },
});
const name = contextString('feedsDomain');
const certificateArn = contextString('feedsCertificate');
if ((name === undefined) !== (certificateArn === undefined)) {
  throw new Error('set both feedsDomain and feedsCertificate, or neither');
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
