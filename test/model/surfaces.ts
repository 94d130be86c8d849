import { readOwnReceipt } from '../../functions/ingest/read-own-receipt.ts';
import type { ReceiptServices } from '../../functions/ingest/services.ts';
import type { ConfigurationStore } from '../../shared/contract/stores.ts';
import type { ArticleId, ReceiptId } from '../../shared/domain/identity.ts';
import { sha256 } from '../../shared/domain/identity.ts';
import { listArticles } from '../../shared/operations/articles/list-articles.ts';
import { showArticle } from '../../shared/operations/articles/show-article.ts';
import type { Pipeline } from '../../shared/operations/pipeline.ts';
import { listReceipts } from '../../shared/operations/receipts/list-receipts.ts';
import { showReceipt } from '../../shared/operations/receipts/show-receipt.ts';
import { reportOn } from '../../shared/operations/sending/report.ts';
import { receiptIdOf } from '../support/ids.ts';
import { memoryPipeline } from '../support/memory/pipeline.ts';
import { valueOf } from '../support/operate.ts';
import { ARTICLE_IDS } from './newsroom.ts';
import type { Simulation } from './simulation.ts';
import { Violation } from './violation.ts';

/** The places where people see the outcome of an item or of an article. */
export const SURFACES = [
  'HTTP',
  'receipt show',
  'receipt list',
  'report.json',
  'article show',
  'article list',
] as const;
export type Surface = (typeof SURFACES)[number];

/** A fault of one surface: it changes what this surface reads. */
export interface SurfaceFault {
  surface: Surface;
  plant: (pipeline: Pipeline) => Pipeline;
}

/** The outcome, code and reason that a surface shows, as text. */
type Shown = string;
const shownAs = ({ outcome, code, reason }: { outcome: string; code?: unknown; reason?: unknown }): Shown =>
  JSON.stringify([outcome, code ?? null, reason ?? null]);

const TOKEN = 'a token of every source';
const LIMIT = 1000;
/** Outcomes of items whose version is stored. Only such an item can be the one that sent a current revision. */
const STORED = ['stored', 'withheld', 'unrouted'];

/**
 * Throws an error if two surfaces show different outcomes for an item or for an article. Each surface is asked in its
 * own way, as its users ask it.
 */
export async function compareSurfaces(simulation: Simulation, fault?: SurfaceFault): Promise<void> {
  const { cloud, normalise } = simulation.services;
  const pipeline = memoryPipeline(cloud, normalise.now);
  const on = (surface: Surface): Pipeline => (fault?.surface === surface ? fault.plant(pipeline) : pipeline);
  const records = await Promise.all(
    simulation.submitter.submissions().map(({ receipt }) => cloud.receipts.get(receiptIdOf(receipt))),
  );
  const known = records.flatMap((record) => record ?? []);
  const receipts = known.map(({ receipt }) => receipt);
  const days = [...new Set(known.map(({ receivedAt }) => receivedAt.slice(0, 10)))];
  await compareItems(receipts, {
    HTTP: await overHttp(receipts, on('HTTP')),
    'receipt show': await shownReceipts(receipts, on('receipt show')),
    'receipt list': await listedReceipts(days, on('receipt list')),
    'report.json': await reported(receipts, on('report.json')),
  });
  await compareArticles(pipeline, { receipts, days, show: on('article show'), list: on('article list') });
}

type ByReceipt = ReadonlyMap<ReceiptId, readonly Shown[]>;

async function compareItems(
  receipts: readonly ReceiptId[],
  surfaces: Record<string, ByReceipt>,
): Promise<void> {
  for (const receipt of receipts) {
    const found = Object.entries(surfaces).map(
      ([name, shown]) => [name, shown.get(receipt)?.join()] as const,
    );
    if (new Set(found.map(([, text]) => text)).size > 1) {
      throw new Violation(
        [`the surfaces differ on receipt ${receipt}`, ...found.map((each) => each.join(': '))].join('\n  '),
      );
    }
  }
}

async function overHttp(receipts: readonly ReceiptId[], pipeline: Pipeline): Promise<ByReceipt> {
  const withTokens = (read: ConfigurationStore['current']) => async () => {
    const current = await read();
    const tokenHashes = [sha256(TOKEN)];
    return current && { ...current, sources: current.sources.map((source) => ({ ...source, tokenHashes })) };
  };
  const { configuration } = pipeline;
  const services: ReceiptServices = {
    ...pipeline,
    configuration: { current: withTokens(configuration.current), recent: withTokens(configuration.recent) },
  };
  return byReceipt(receipts, async (receipt) => {
    const answer = await readOwnReceipt({ kind: 'receipt', receipt, token: TOKEN }, services);
    return 'view' in answer ? answer.view.outcomes.map(shownAs) : [`status ${answer.status}`];
  });
}

const shownReceipts = (receipts: readonly ReceiptId[], pipeline: Pipeline): Promise<ByReceipt> =>
  byReceipt(receipts, async (receipt) => valueOf(await showReceipt(pipeline, receipt)).outcomes.map(shownAs));

async function listedReceipts(days: readonly string[], pipeline: Pipeline): Promise<ByReceipt> {
  const lists = await Promise.all(days.map((day) => listReceipts(pipeline, { day, limit: LIMIT })));
  return new Map(
    lists.flatMap((list) => valueOf(list).rows).map(({ receipt, items }) => [receipt, items.map(shownAs)]),
  );
}

async function reported(receipts: readonly ReceiptId[], pipeline: Pipeline): Promise<ByReceipt> {
  const sent = receipts.map((receipt) => ({ path: receipt, mediaType: 'text/plain', receipt }));
  const reports = await reportOn(sent, pipeline);
  return new Map(
    reports.flatMap(({ receipt, items }) => (receipt === null ? [] : [[receipt, items.map(shownAs)]])),
  );
}

async function byReceipt(
  receipts: readonly ReceiptId[],
  read: (receipt: ReceiptId) => Promise<Shown[]>,
): Promise<ByReceipt> {
  return new Map(await Promise.all(receipts.map(async (receipt) => [receipt, await read(receipt)] as const)));
}

interface ArticleSurfaces {
  receipts: readonly ReceiptId[];
  days: readonly string[];
  show: Pipeline;
  list: Pipeline;
}

/** Compares what is shown for an article with what the receipt of its current revision shows for the item. */
async function compareArticles(pipeline: Pipeline, surfaces: ArticleSurfaces): Promise<void> {
  const { receipts, days, show, list } = surfaces;
  const stored = await Promise.all(receipts.map((receipt) => pipeline.receipts.items(receipt)));
  const views = await Promise.all(receipts.map((receipt) => showReceipt(pipeline, receipt)));
  const items = views.flatMap((view, at) =>
    valueOf(view).outcomes.map((item, position) => ({
      item,
      recorded: stored[at]?.[position]?.outcome ?? '',
    })),
  );
  const lists = await Promise.all(days.map((day) => listArticles(list, { day, limit: LIMIT })));
  const listed = new Map(lists.flatMap(valueOf).map((row) => [row.article, shownAs(row)]));
  const heads = await pipeline.articles.heads(ARTICLE_IDS);
  const sentBy = (article: ArticleId, version: string | undefined) =>
    items.find(
      ({ item, recorded }) =>
        item.article === article && item.version === version && STORED.includes(recorded),
    )?.item;
  for (const [article, { current }] of heads) {
    const item = current && sentBy(article, current.version);
    if (item === undefined) continue;
    const [wanted, shown] = [shownAs(item), shownAs(valueOf(await showArticle(show, article)))];
    const row = listed.get(article) ?? wanted;
    if (wanted !== shown || wanted !== row) {
      throw new Violation(
        [`the surfaces differ on ${article}`, `receipt: ${wanted}`, `show: ${shown}`, `list: ${row}`].join(
          '\n  ',
        ),
      );
    }
  }
}
