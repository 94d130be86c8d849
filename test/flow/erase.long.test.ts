import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetQueueUrlCommand, ListQueuesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DeleteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { articleReach, decideOn, historyOf, showArticle } from '../../cli/article.ts';
import { erase, type Erasure, LAST_WRITES_MILLISECONDS, planErasure } from '../../cli/erase.ts';
import { EXIT } from '../../cli/failure.ts';
import { program } from '../../cli/program.ts';
import { announce } from '../../cli/session.ts';
import type { ReceiptView } from '../../functions/ingest/read-receipt.ts';
import { objectCreatedMessage } from '../../shared/contract/messages.ts';
import { articleId } from '../../shared/domain/identity.ts';
import { type Desk, DOCUMENT_PATHS, openDesk } from '../support/desk.ts';
import { everythingIn, placesOf, type Stored } from '../support/everything.ts';

// Each test looks through all that is kept, several times.
vi.setConfig({ testTimeout: 120_000 });

/** Each stands in one place of the article only: text, headline, name, id, what a rule cuts, what is refused. */
const WORDS = {
  body: 'quixotic zephyrine ledger',
  headline: 'Vermilion harbour inquest',
  name: 'Erika Mustermann',
  id: 'vermilion-inquest-slug',
  correction: 'amended pelican clause',
  item: 'harbour item of three',
  refused: 'unparsable tangerine draft',
  cancelled: 'cancelled heliotrope notice',
  reason: 'she never said walrus',
};
const ID = WORDS.id;
const ARTICLE = articleId('desk', ID);

/** Text that hardly compresses, so that the contents outgrow a table item. */
const LONG = Array.from({ length: 9_000 }, () => randomBytes(36).toString('base64url')).join(' ');

const feedOf = (...items: { id: string; title: string; text: string }[]): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Three',
    items: items.map(({ id, title, text }) => ({ id, title, content_text: text })),
  });

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** No function is at work when these tests erase, but where one says so: nobody need wait for it. */
const OPTIONS = {
  reason: 'none',
  seconds: 60,
  say: () => undefined,
  pause: (milliseconds: number) => sleep(Math.min(milliseconds, 200)),
};

describe('an article that is erased', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await openDesk()), 60_000);
  afterAll(() => desk.stop());

  /** Receipts of the submissions that carried it. */
  const receipts: string[] = [];
  let hashes: string[] = [];
  let erased: Erasure;
  const three = feedOf(
    { id: 'first', title: 'The first of three', text: 'It stays.' },
    { id: ID, title: WORDS.headline, text: WORDS.item },
    { id: 'third', title: 'The third of three', text: 'It stays as well.' },
  );

  const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
    desk.send('POST', '/v1/sources/desk/submissions', body, {
      'content-type': 'application/feed+json',
      ...headers,
    });
  const keep = (view: ReceiptView): ReceiptView => {
    receipts.push(view.receipt);
    return view;
  };
  const everything = (): Promise<Stored[]> => everythingIn(desk.session);
  /** Words and hashes of the article and where they stand. */
  const left = async (): Promise<string[]> => {
    const stored = await everything();
    return [...Object.values(WORDS), ...hashes].flatMap((text) =>
      placesOf(text, stored).map((where) => `${text}: ${where}`),
    );
  };
  const shows = async (text: string): Promise<boolean[]> =>
    Promise.all(DOCUMENT_PATHS.map(async (file) => (await desk.read(`/news/${file}`)).text.includes(text)));
  const outcomesOf = async (receipt: string): Promise<ReceiptView['outcomes']> => {
    const answer = await desk.send('GET', `/v1/receipts/${receipt}`);
    return ((await answer.json()) as ReceiptView).outcomes;
  };

  test('was sent in many ways, and is everywhere', async () => {
    const { pipeline } = desk.session;
    keep(await desk.put(ID, `${WORDS.headline}\nBy ${WORDS.name}\n\nA ${WORDS.body} was found.`));
    const refused = keep(await desk.put(ID, `{"title": ${WORDS.refused}}`, 'application/json'));
    expect(refused.outcomes).toMatchObject([{ outcome: 'rejected', code: 'JSON_INVALID' }]);
    const cancelled = { uri: ID, pubstatus: 'canceled', headlines: [{ value: WORDS.cancelled }], bodies: [] };
    keep(await desk.put(ID, JSON.stringify(cancelled), 'application/json'));
    await decideOn(pipeline, `desk:${ID}`, { action: 'unkill', reason: WORDS.reason });
    await desk.settle();
    keep(await desk.put(ID, `${WORDS.headline}\n\nThe ${WORDS.correction}.\n\n${LONG}`));
    const sent = await post(three, { 'idempotency-key': 'three' });
    keep(await desk.receiptOf(sent));
    await desk.settle();
    expect(await shows(WORDS.item)).toEqual([true, true, true]);

    hashes = (await pipeline.articles.revisions(ARTICLE, 10)).map(({ contentHash }) => contentHash);
    expect(hashes).toHaveLength(3);
    const stored = await everything();
    const places = Object.fromEntries(
      Object.entries(WORDS).map(([name, text]) => [name, placesOf(text, stored)]),
    );
    for (const [name, found] of Object.entries(places)) {
      expect(
        found.some((where) => where.includes('raw/')),
        `${name} in a raw object`,
      ).toBe(true);
    }
    expect(places['headline']?.some((where) => where.endsWith('HEAD'))).toBe(true);
    expect(places['headline']?.some((where) => where.endsWith('rss.xml.gz'))).toBe(true);
    expect(places['headline']?.some((where) => where.includes('ITEM#'))).toBe(true);
    expect(places['item']?.some((where) => where.includes('C#'))).toBe(true);
    expect(places['correction']?.some((where) => where.includes(`content/${ARTICLE}/`))).toBe(true);
    expect(places['reason']?.some((where) => where.includes('D#'))).toBe(true);
    expect(placesOf(hashes[0] ?? '', stored).some((where) => where.endsWith('STATE'))).toBe(true);
  });

  test('is planned without a change', async () => {
    const plan = await planErasure(desk.session.pipeline, `desk:${ID}`);
    expect(plan).toMatchObject({ article: ARTICLE, standing: 'usable', revisions: 3, contents: 3 });
    expect(plan).toMatchObject({ submissions: 6, shared: 1, unread: [] });
    expect(plan.feeds).toHaveLength(2);
    expect((await showArticle(desk.session.pipeline, ARTICLE)).standing).toBe('usable');
  });

  test('keeps its bytes while a feed has not let it go, and goes on when run again', async () => {
    const { cloud, pipeline } = desk.session;
    const free = Promise.withResolvers<void>();
    const release = cloud.intercept(async ({ action, resource }) => {
      if (action === 's3:PutObject' && resource.includes('/feeds/')) await free.promise;
    });
    const options = { ...OPTIONS, reason: 'court order 12/26' };
    await expect(erase(pipeline, `desk:${ID}`, { ...options, seconds: 3 })).rejects.toThrow(
      /2 feeds have not let it go/,
    );
    expect(await left()).not.toEqual([]);
    free.resolve();
    release();
    await desk.settle();
    erased = await erase(pipeline, ARTICLE, options);
    expect(erased).toMatchObject({
      standing: 'erased',
      revisions: 3,
      contents: 3,
      submissions: 7,
      unread: [],
    });
  });

  test('is nowhere: no word of it, in any form, and no hash', async () => {
    await desk.settle();
    expect(await left()).toEqual([]);
  });

  test('leaves what else came with it', async () => {
    for (const title of ['The first of three', 'The third of three']) {
      expect(await shows(title)).toEqual([true, true, true]);
    }
    expect(await outcomesOf(receipts.at(-1) ?? '')).toMatchObject([
      { outcome: 'published' },
      { outcome: 'erased', code: 'ERASED', article: ARTICLE },
      { outcome: 'published' },
    ]);
  });

  /** All that the operator is shown of it, as far as it may not change any more. */
  const tombstone = async (): Promise<unknown> => {
    const { pipeline } = desk.session;
    const {
      standing,
      headline,
      declaredId,
      content,
      revisions,
      left: more,
      decisions,
    } = await showArticle(pipeline, ARTICLE);
    const history = await historyOf(pipeline, ARTICLE);
    return { standing, headline, declaredId, content, revisions, more, decisions, history };
  };

  test('leaves a tombstone: who, when and why, and where it was', async () => {
    const { pipeline } = desk.session;
    expect(await tombstone()).toMatchObject({
      ...{ standing: 'erased', headline: null, declaredId: null, content: null, revisions: [], more: 0 },
      history: [{ action: 'erase', reason: 'court order 12/26' }, { action: 'unkill' }, { action: 'kill' }],
    });
    const reach = await articleReach(pipeline, ARTICLE);
    expect(reach).toHaveLength(2);
    for (const { shown, left: at } of reach) {
      expect(shown).toBe(false);
      expect(at).not.toBeNull();
    }
    for (const receipt of receipts.slice(0, -1)) {
      expect(await outcomesOf(receipt)).toMatchObject([{ outcome: 'erased', code: 'ERASED' }]);
    }
  });

  test('is refused at the door, in a feed, and by the old key', async () => {
    const path = `/v1/sources/desk/articles/${ID}`;
    const again = await desk.send('PUT', path, `${WORDS.headline}\n\nOnce more.`, {
      'content-type': 'text/plain',
    });
    expect([again.status, await again.json()]).toMatchObject([410, { code: 'ERASED' }]);
    const repeated = await post(three, { 'idempotency-key': 'three' });
    expect([repeated.status, await repeated.json()]).toMatchObject([409, { code: 'KEY_REUSED' }]);
    expect(await left()).toEqual([]);

    const view = await desk.receiptOf(await post(three));
    await desk.settle();
    expect(view.outcomes).toMatchObject([
      { outcome: 'unchanged' },
      { outcome: 'rejected', code: 'ERASED', article: ARTICLE },
      { outcome: 'unchanged' },
    ]);
    expect(view.outcomes[1]?.title).toBeUndefined();
    const found = await left();
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((where) => where.endsWith(`object raw/desk/${view.receipt}`))).toBe(true);
    expect((await showArticle(desk.session.pipeline, ARTICLE)).left).toBe(1);

    await erase(desk.session.pipeline, ARTICLE, { ...OPTIONS, reason: 'again' });
    await desk.settle();
    expect(await left()).toEqual([]);
    expect(await outcomesOf(view.receipt)).toMatchObject([
      { outcome: 'unchanged' },
      { outcome: 'erased' },
      { outcome: 'unchanged' },
    ]);
  });

  /** Tells normalise of every raw object, as S3 would of new ones. */
  const announceAll = async (): Promise<number> => {
    const { endpoint, credentials } = desk.session.cloud;
    const sqs = new SQSClient({ endpoint, credentials, region: 'us-east-1', useQueueUrlAsEndpoint: false });
    const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
    const names = QueueUrls.map((url) => url.split('/').at(-1) ?? '');
    const QueueName = names.find((name) => /NormaliseWork/i.test(name) && !/Dead/i.test(name));
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
    const keys = new Set(
      (await everything()).flatMap(({ where }) => /^object (raw\/\S+)$/.exec(where)?.[1] ?? []),
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
    (await everything())
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
    expect(await left()).toEqual([]);
  });

  test('survives a rebuild from the raw bucket as a tombstone, and the others as they were', async () => {
    const before = await standingRows();
    const stone = await tombstone();
    const { endpoint, credentials, outputs } = desk.session.cloud;
    const client = new DynamoDBClient({ endpoint, credentials, region: 'us-east-1' });
    const table = DynamoDBDocumentClient.from(client);
    const keys = (await everything()).flatMap(({ where }) => {
      const [, pk, sk] = /^row (\S+) (.+)$/.exec(where) ?? [];
      return pk !== undefined && sk !== undefined ? [{ pk, sk }] : [];
    });
    for (const Key of keys) {
      await table.send(new DeleteCommand({ TableName: outputs['TableName'], Key }));
    }
    expect(await standingRows()).toEqual([]);
    await announceAll();
    expect(await standingRows()).toEqual(before);
    expect(await tombstone()).toEqual(stone);
    expect(await left()).toEqual([]);
    expect(await shows('The third of three')).toEqual([true, true, true]);
  });

  test('is taken in again only after an explicit word', async () => {
    await decideOn(desk.session.pipeline, ARTICLE, { action: 'readmit', reason: 'the order was lifted' });
    await desk.settle();
    const view = await desk.put(ID, 'A story of its own\n\nUnder the old id.');
    await desk.settle();
    expect(view.outcomes).toMatchObject([{ outcome: 'stored', article: ARTICLE }]);
    expect(await shows('A story of its own')).toEqual([true, true, true]);
    expect((await showArticle(desk.session.pipeline, ARTICLE)).declaredId).toBe(ID);
  });

  test('takes along what a function writes that read its head before the decision', async () => {
    const { cloud, pipeline } = desk.session;
    const late = 'A late gooseberry paragraph';
    await desk.put('racing', 'A racing story\n\nIts body.');
    await desk.settle();
    const reached = Promise.withResolvers<void>();
    const free = Promise.withResolvers<void>();
    let held = false;
    const release = cloud.intercept(async ({ principal, action }) => {
      if (held || action !== 'dynamodb:PutItem' || !principal.startsWith('Normalise')) return;
      held = true;
      reached.resolve();
      await free.promise;
    });
    const path = '/v1/sources/desk/articles/racing';
    await desk.send('PUT', path, `A racing story\n\n${late}.`, { 'content-type': 'text/plain' });
    await reached.promise;
    await erase(pipeline, 'desk:racing', {
      ...OPTIONS,
      async pause(milliseconds) {
        if (milliseconds !== LAST_WRITES_MILLISECONDS) return OPTIONS.pause(milliseconds);
        release();
        free.resolve();
        await desk.settle();
        expect(placesOf(late, await everything()).length).toBeGreaterThan(1);
      },
    });
    await desk.settle();
    expect(placesOf(late, await everything())).toEqual([]);
  });

  test('is not erased by accident', async () => {
    announce(desk.session, {});
    const run = (...args: string[]): Promise<unknown> =>
      program().parseAsync(['erase', ...args, '--state', desk.session.state], { from: 'user' });
    const reason = ['--reason', 'none'];
    await expect(run('desk:nothing', ...reason, '--yes')).rejects.toThrow('there is no article desk:nothing');
    // Here, as in a script, there is nobody to be asked.
    await expect(run(ARTICLE, ...reason)).rejects.toMatchObject({
      exit: EXIT.usage,
      message: expect.stringContaining('would go: 1 revisions') as string,
    });
    await expect(run(ARTICLE, '--yes')).rejects.toMatchObject({ exit: EXIT.usage });
    expect((await showArticle(desk.session.pipeline, ARTICLE)).standing).toBe('usable');
  });
});
