import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetQueueUrlCommand, ListQueuesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DeleteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { objectCreatedMessage } from '../../shared/contract/messages.ts';
import { awsClientOptions, type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';
import { ARTICLE, ID, OPTIONS, StoryToErase } from './story-to-erase.ts';
import { decideOn, erase, showArticle } from '../support/operate.ts';

// Each test needs more time than the default, because it searches everything that is stored several times.
vi.setConfig({ testTimeout: 120_000 });

describe('an article that was erased', () => {
  let wiredesk: RunningWiredesk;
  let story: StoryToErase;
  beforeAll(async () => {
    wiredesk = await startWiredesk();
    story = new StoryToErase(wiredesk);
    await story.sendInManyWays();
    await erase(wiredesk.session.pipeline, ARTICLE, OPTIONS);
    await wiredesk.runUntilIdle();
  }, 120_000);
  afterAll(() => wiredesk.stop());

  /** Sends normalise the event of every raw object, as S3 does for new objects. Returns their number. */
  const replayAllEvents = async (): Promise<number> => {
    const sqs = new SQSClient({ ...awsClientOptions(wiredesk.session), useQueueUrlAsEndpoint: false });
    const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
    const names = QueueUrls.map((url) => url.split('/').at(-1) ?? '');
    const QueueName = names.find((name) => /NormaliseWork/i.test(name) && !/Dead/i.test(name));
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
    const keys = new Set(
      (await story.everything()).flatMap(({ where }) => /^object (raw\/\S+)$/.exec(where)?.[1] ?? []),
    );
    for (const key of keys) {
      const MessageBody = JSON.stringify(objectCreatedMessage({ key }));
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    }
    await wiredesk.runUntilIdle();
    return keys.size;
  };
  /**
   * A rebuild may read two equal submissions in the other order. Then the submission that was `stored` becomes
   * `unchanged`, and the other way round. So these two outcomes are not compared.
   */
  const OUTCOME = /"outcome":"(stored|unchanged)"/;
  /** The rows of articles and receipts, as text. */
  const rowsOfArticles = async (): Promise<string[]> =>
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

  test('does not change when old events are delivered again', async () => {
    const before = await rowsOfArticles();
    expect(await replayAllEvents()).toBeGreaterThan(6);
    expect(await rowsOfArticles()).toEqual(before);
    expect(await story.stillStored()).toEqual([]);
  });

  test('has the same tombstone after a rebuild from the raw bucket; other articles are as before', async () => {
    const before = await rowsOfArticles();
    const tombstone = await story.tombstone();
    const { outputs } = wiredesk.session.cloud;
    const client = new DynamoDBClient(awsClientOptions(wiredesk.session));
    const table = DynamoDBDocumentClient.from(client);
    const keys = (await story.everything()).flatMap(({ where }) => {
      const [, pk, sk] = /^row (\S+) (.+)$/.exec(where) ?? [];
      return pk !== undefined && sk !== undefined ? [{ pk, sk }] : [];
    });
    for (const Key of keys) {
      await table.send(new DeleteCommand({ TableName: outputs['TableName'], Key }));
    }
    expect(await rowsOfArticles()).toEqual([]);
    await replayAllEvents();
    expect(await rowsOfArticles()).toEqual(before);
    expect(await story.tombstone()).toEqual(tombstone);
    expect(await story.stillStored()).toEqual([]);
    expect(await story.shows('The third of three')).toEqual([true, true, true]);
  });

  test('is accepted again only after an explicit readmit', async () => {
    await decideOn(wiredesk.session.pipeline, ARTICLE, { action: 'readmit', reason: 'the order was lifted' });
    await wiredesk.runUntilIdle();
    const view = await wiredesk.put(ID, 'A story of its own\n\nUnder the old id.');
    await wiredesk.runUntilIdle();
    expect(view.outcomes).toMatchObject([{ outcome: 'stored', article: ARTICLE }]);
    expect(await story.shows('A story of its own')).toEqual([true, true, true]);
    expect((await showArticle(wiredesk.session.pipeline, ARTICLE)).declaredId).toBe(ID);
  });
});
