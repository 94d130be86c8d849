import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import cdk from '../cdk.json' with { type: 'json' };
import { bundleFunctions } from './bundle.ts';
import type { CustomDomain } from './custom-domain.ts';
import { rulePacks } from './rule-packs.ts';
import { SyndicationStack } from './syndication-stack.ts';

/**
 * The CDK app. It reads these context values (`cdk deploy -c name=value`):
 * - `stack`: the stack's name. A second pipeline in the same account needs another name.
 * - `feedsDomain`, `feedsCertificate`: a custom domain for the feeds, and the ARN of its certificate in us-east-1.
 * - `ingestDomain`, `ingestCertificate`: a custom domain for the ingest API, and the ARN of its certificate in the
 *   region of the stack.
 * - `ingestRatePerAddress`: the requests per five minutes that one address may send to the ingest API, at least 10.
 */
// The CDK CLI passes this context too. Setting it here lets `node infra/app.ts` make the same template without the
// CLI.
const app = new App({
  context: { ...cdk.context, 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true },
});
// In a directory of its own, because two programs may synthesise at the same time. CDK copies the files into cdk.out.
const bundles = mkdtempSync(join(tmpdir(), 'wiredesk-functions-'));
process.on('exit', () => rmSync(bundles, { recursive: true, force: true }));
await bundleFunctions(bundles);
new SyndicationStack(app, contextString('stack') ?? 'Wiredesk', {
  code: (stage) => Code.fromAsset(join(bundles, stage)),
  domain: customDomain('feeds'),
  ingestDomain: customDomain('ingest'),
  ingestRatePerAddress: rate('ingestRatePerAddress'),
});
Validations.of(app).addPlugins(...rulePacks(app));
app.synth();

function contextString(key: string): string | undefined {
  const value: unknown = app.node.tryGetContext(key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function customDomain(part: 'feeds' | 'ingest'): CustomDomain | undefined {
  const name = contextString(`${part}Domain`);
  const certificateArn = contextString(`${part}Certificate`);
  if ((name === undefined) !== (certificateArn === undefined))
    throw new Error(`set both ${part}Domain and ${part}Certificate, or neither`);
  return name && certificateArn ? { name, certificateArn } : undefined;
}

/** AWS WAF accepts limits from 10 to 2,000,000,000 (API reference, RateBasedStatement). */
function rate(key: string): number | undefined {
  const text = contextString(key);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 10 || value > 2_000_000_000)
    throw new Error(`${key} must be a whole number from 10 to 2000000000, but it is ${text}`);
  return value;
}
