import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetQueueUrlCommand, ListQueuesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DeleteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { decideOn, showArticle } from '../../cli/article.ts';
import { erase } from '../../cli/erase.ts';
import { objectCreatedMessage } from '../../shared/contract/messages.ts';
import { type Desk, openDesk } from '../support/running-wiredesk.ts';
import { ARTICLE, ID, OPTIONS, StoryToErase } from './story-to-erase.ts';

// Each test looks through all that is kept, several times.
vi.setConfig({ testTimeout: 120_000 });

describe('an article that was erased', () => {
  let desk: Desk;
  let story: StoryToErase;
  beforeAll(async () => {
    desk = await openDesk();
    story = new StoryToErase(desk);
    await story.sendInManyWays();
    await erase(desk.session.pipeline, ARTICLE, OPTIONS);
    await desk.settle();
  }, 120_000);
  afterAll(() => desk.stop());

  /** Tells normalise of every raw object, as S3 would of new ones. */
  const announceAll = async (): Promise<number> => {
    const { endpoint, credentials } = desk.session.cloud;
    const sqs = new SQSClient({ endpoint, credentials, region: 'us-east-1', useQueueUrlAsEndpoint: false });
    const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
    const names = QueueUrls.map((url) => url.split('/').at(-1) ?? '');
    const QueueName = names.find((name) => /NormaliseWork/i.test(name) && !/Dead/i.test(name));
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
    const keys = new Set(
      (await story.everything()).flatMap(({ where }) => /^object (raw\/\S+)$/.exec(where)?.[1] ?? []),
    );
    for (const key of keys) {
      const MessageBody = JSON.stringify(objectCreatedMessage(key));
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    }
    await desk.settle();
    return keys.size;
  };
  /** Which of two equal submissions was the first to be read is not the same in a rebuild. */
  const OUTCOME = /"outcome":"(stored|unchanged)"/;
  /** The rows that say what is there, as text. */
  const standingRows = async (): Promise<string[]> =>
    (await story.everything())
      .filter(({ where }) => /^row (ARTICLE|RECEIPT)#.*(HEAD|[VDC]#\S+|ITEM#\d+)$/.test(where))
      .map(
        ({ where, bytes }) =>
          `${where} ${bytes
            .toString('utf8')
            .replace(/"token":\d+,?/, '')
            .replace(OUTCOME, '')}`,
      )
      .toSorted();

  test('stays as it is when old events come again', async () => {
    const before = await standingRows();
    expect(await announceAll()).toBeGreaterThan(6);
    expect(await standingRows()).toEqual(before);
    expect(await story.left()).toEqual([]);
  });

  test('survives a rebuild from the raw bucket as a tombstone, and the others as they were', async () => {
    const before = await standingRows();
    const stone = await story.tombstone();
    const { endpoint, credentials, outputs } = desk.session.cloud;
    const client = new DynamoDBClient({ endpoint, credentials, region: 'us-east-1' });
    const table = DynamoDBDocumentClient.from(client);
    const keys = (await story.everything()).flatMap(({ where }) => {
      const [, pk, sk] = /^row (\S+) (.+)$/.exec(where) ?? [];
      return pk !== undefined && sk !== undefined ? [{ pk, sk }] : [];
    });
    for (const Key of keys) {
      await table.send(new DeleteCommand({ TableName: outputs['TableName'], Key }));
    }
    expect(await standingRows()).toEqual([]);
    await announceAll();
    expect(await standingRows()).toEqual(before);
    expect(await story.tombstone()).toEqual(stone);
    expect(await story.left()).toEqual([]);
    expect(await story.shows('The third of three')).toEqual([true, true, true]);
  });

  test('is taken in again only after an explicit word', async () => {
    await decideOn(desk.session.pipeline, ARTICLE, { action: 'readmit', reason: 'the order was lifted' });
    await desk.settle();
    const view = await desk.put(ID, 'A story of its own\n\nUnder the old id.');
    await desk.settle();
    expect(view.outcomes).toMatchObject([{ outcome: 'stored', article: ARTICLE }]);
    expect(await story.shows('A story of its own')).toEqual([true, true, true]);
    expect((await showArticle(desk.session.pipeline, ARTICLE)).declaredId).toBe(ID);
  });
});
