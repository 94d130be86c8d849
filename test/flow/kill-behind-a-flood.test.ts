import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Template } from '../../local/cloud.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import { objectCreatedMessage } from '../../shared/contract/messages.ts';
import type { ReceiptId } from '../../shared/domain/identity.ts';
import { awsClientOptions, type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';
import { decideOn, showArticle } from '../support/operate.ts';

/**
 * A flood of submissions waits in the queue of normalise, and no function takes them. This is the worst flood: however
 * many wait, a decision must not wait for any of them.
 */

const FLOOD = 60;

/** The template in which no function polls the queue of normalise. Its queue of decisions is polled. */
function withoutPolling(template: Template): Template {
  const polling = Object.entries(template.Resources).filter(
    ([id, { Type }]) => Type === 'AWS::Lambda::EventSourceMapping' && /^Normalise.*NormaliseWork/.test(id),
  );
  expect(polling).toHaveLength(1);
  for (const [id] of polling) delete template.Resources[id];
  return template;
}

let wiredesk: RunningWiredesk;
const flood: ReceiptId[] = [];
beforeAll(async () => {
  wiredesk = await startWiredesk({ template: withoutPolling });
  for (let at = 0; at < FLOOD; at++) flood.push(await send(`flood-${at}`, `Story ${at}\n\nIts text.`));
});
afterAll(() => wiredesk.stop());

async function send(id: string, body: string): Promise<ReceiptId> {
  const answer = await wiredesk.send('PUT', `/v1/sources/desk/articles/${id}`, {
    body,
    headers: { 'content-type': 'text/plain' },
  });
  expect(answer.status).toBe(202);
  return ((await answer.json()) as { receipt: ReceiptId }).receipt;
}

const read = async (): Promise<number> => {
  const { receipts } = wiredesk.session.pipeline;
  const records = await Promise.all(flood.map((receipt) => receipts.get(receipt)));
  return records.filter((record) => record?.items !== undefined).length;
};

/** Has normalise read this submission now, as it will when the flood has passed. */
async function readNow(receipt: ReceiptId): Promise<void> {
  const sqs = new SQSClient({ ...awsClientOptions(wiredesk.session), useQueueUrlAsEndpoint: false });
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: wiredesk.session.pipeline.outputs.decisionQueue,
      MessageBody: JSON.stringify(objectCreatedMessage({ key: objectKeys.raw('desk', receipt) })),
    }),
  );
  const { receipts } = wiredesk.session.pipeline;
  await expect.poll(async () => (await receipts.get(receipt))?.items).toBeDefined();
}

const standing = async (id: string): Promise<string> =>
  (await showArticle(wiredesk.session.pipeline, `desk:${id}`)).standing;

test('a DELETE request and a command are in force while all submissions before them still wait', async () => {
  const killed = await wiredesk.kill('flood-7');
  expect(killed.outcomes.map(({ outcome }) => outcome)).toEqual(['killed']);
  const { receipt } = await decideOn(wiredesk.session.pipeline, 'desk:flood-8', { action: 'kill' });
  const { receipts } = wiredesk.session.pipeline;
  await expect.poll(async () => (await receipts.get(receipt))?.items).toBe(1);
  expect(await read()).toBe(0);
});

test('a kill that overtook the first version of its article holds when this version is read', async () => {
  for (const at of [7, 8, 9]) await readNow(flood[at] as ReceiptId);
  expect([await standing('flood-7'), await standing('flood-8'), await standing('flood-9')]).toEqual([
    'killed',
    'killed',
    'usable',
  ]);
  expect(await read()).toBe(3);
});
