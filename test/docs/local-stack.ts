import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Endpoints } from '../../cli/endpoints.ts';
import { bindStack } from '../../local/template/bound-stack.ts';
import { readTemplate } from '../../local/template/template.ts';
import { NpmStart, sendText } from '../support/npm-start.ts';
import { ROOT } from './shell-commands.ts';

/** What CloudFormation would say about the stack, if the local cloud were a deployed one. */
export interface StackFile {
  Outputs: { OutputKey: string; OutputValue: string }[];
  StackResourceSummaries: { LogicalResourceId: string; ResourceType: string; PhysicalResourceId: string }[];
}

/** A running local cloud, and a folder in which a new user would work. */
export interface LocalStack {
  folder: string;
  /** The environment in which `--stack Wiredesk` and the SDKs find the local cloud. */
  env: Record<string, string>;
  /** The values of the placeholders. */
  values: Record<string, string>;
  stop(): Promise<void>;
}

/**
 * Runs `npm start`, and a CloudFormation that knows its stack. The commands are led there by the variables of the AWS
 * SDK (`AWS_ENDPOINT_URL`), so `--stack` runs the code that it runs on AWS.
 */
export async function startLocalStack(): Promise<LocalStack> {
  const npmStart = new NpmStart();
  const endpoints = await npmStart.start();
  const { cloud, tokens, partners } = endpoints;
  const file = stackFile(npmStart.state, endpoints);
  const formation = createServer((_, response) => response.end(describeStacks(file)));
  await new Promise<void>((ready) => formation.listen(0, '127.0.0.1', ready));
  const folder = userFolder(npmStart.state);
  const path = join(npmStart.state, 'stack.json');
  writeFileSync(path, JSON.stringify(file));
  const { port } = formation.address() as AddressInfo;

  const { receipt } = (await (
    await sendText(endpoints, 'walkthrough', 'A story for the runbook\n\nIt waits.')
  ).json()) as { receipt: string };
  const feeds = execFileSync(
    process.execPath,
    ['cli/wiredesk.ts', 'feed', 'list', '--json', '--state', npmStart.state],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const feed = (JSON.parse(feeds) as { channel: string; terms: string; feed: string }[]).find(
    ({ channel, terms }) => channel === 'news' && terms === 'public',
  );
  return {
    folder,
    env: {
      AWS_ENDPOINT_URL: cloud.endpoint,
      AWS_ENDPOINT_URL_CLOUDFORMATION: `http://127.0.0.1:${port}`,
      AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE: cloud.endpoint.replace('127.0.0.1', 'localhost'),
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: cloud.accessKeyId,
      AWS_SECRET_ACCESS_KEY: cloud.secretAccessKey,
      WIREDESK_STACK_FILE: path,
      NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'localhost-names.mjs')).href}`,
      NODE_COMPILE_CACHE: join(npmStart.state, 'compiled'),
    },
    values: {
      RECEIPT: receipt,
      FEED: feed?.feed ?? '',
      TOKEN: partners['outlet'] ?? '',
      'THE-TOKEN': tokens['desk'] ?? '',
    },
    async stop() {
      formation.close();
      await npmStart.discard();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function stackFile(state: string, { cloud: { endpoint, outputs } }: Endpoints): StackFile {
  const { name, template } = readTemplate(join(state, 'cdk.out'));
  const stack = bindStack(name, template, endpoint);
  return {
    Outputs: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
    StackResourceSummaries: Object.entries(template.Resources).map(([id, { Type }]) => ({
      LogicalResourceId: id,
      ResourceType: Type,
      PhysicalResourceId: stack.names(id).ref,
    })),
  };
}

/** The answer to DescribeStacks (CloudFormation API Reference). The values need no escapes in XML. */
function describeStacks({ Outputs }: StackFile): string {
  const members = Outputs.map(
    ({ OutputKey, OutputValue }) =>
      `<member><OutputKey>${OutputKey}</OutputKey><OutputValue>${OutputValue}</OutputValue></member>`,
  ).join('');
  return `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member><StackName>Wiredesk</StackName><CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${members}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
}

/** A folder with the files that the pages name. */
function userFolder(state: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'wiredesk-docs-'));
  symlinkSync(state, join(folder, '.wiredesk'));
  cpSync(join(ROOT, 'samples'), join(folder, 'samples'), { recursive: true });
  cpSync(join(ROOT, 'samples', 'wiredesk.yaml'), join(folder, 'wiredesk.yaml'));
  for (const path of [
    'my-articles/ferry.txt',
    'my-articles/bridge.md',
    'more-stories/harbour.txt',
    'story.txt',
    'col/y/story.txt',
    'flood-warning.txt',
  ]) {
    const file = join(folder, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, `The story of ${path}\n\nIt has one paragraph.\n`);
  }
  return folder;
}
