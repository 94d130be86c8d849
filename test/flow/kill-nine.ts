import { setTimeout as sleep } from 'node:timers/promises';
import type { Endpoints } from '../../cli/endpoints.ts';
import type { NpmStart } from '../support/npm-start.ts';
import { type Order, Truth } from '../support/truth.ts';

/** Ends the whole local cloud with SIGKILL at random moments while a newsroom works, over HTTP only. */
export interface KillNine {
  npmStart: NpmStart;
  /** A number from 0 (included) to 1. */
  random: () => number;
  operations: number;
  kills: number;
}

export interface Outcome {
  truth: Truth;
  endpoints: Endpoints;
  /** The receipts of each source. */
  receipts: Record<string, string[]>;
  /** How often the local cloud was ended. */
  kills: number;
  /** Seconds of each start, from the start of the process until it was ready. */
  starts: number[];
}

/** The sources that send. */
export const SOURCES = ['desk', 'wire'] as const;
/** How many requests are open at a time. */
const SENDERS = 3;
/** The most milliseconds from an order to the kill that belongs to it: it falls somewhere in the work on the orders. */
const MOST_DELAY = 1500;
/** The share of kills that are followed by a second one, while the local cloud starts. */
const IN_A_START = 0.25;

export async function playWithKills({ npmStart, random, operations, kills }: KillNine): Promise<Outcome> {
  const starts: number[] = [];
  const start = async (): Promise<Endpoints> => {
    const began = performance.now();
    const ready = await npmStart.start();
    starts.push((performance.now() - began) / 1000);
    return ready;
  };
  let endpoints = await start();
  const truth = new Truth();
  const receipts: Record<string, string[]> = Object.fromEntries(SOURCES.map((source) => [source, []]));
  let killed = 0;
  const killAt = new Set(
    Array.from({ length: kills }, (_, at) => Math.floor(((at + random()) * operations) / kills)),
  );
  let restarting: Promise<void> | undefined;

  const restart = async (): Promise<void> => {
    await sleep(random() * MOST_DELAY);
    await npmStart.end('SIGKILL');
    killed += 1;
    if (killed < kills && random() < IN_A_START) {
      await npmStart.startAndKill(random() * 1000 * (starts.at(-1) ?? 0));
      killed += 1;
    }
    endpoints = await start();
    restarting = undefined;
  };

  /** Sends an order until it is accepted. An order whose answer was lost is sent again, as a CMS does. */
  const send = async (order: Order): Promise<void> => {
    for (;;) {
      const receipt = await request(endpoints, order).catch((error: unknown) => {
        if (error instanceof RangeError) throw error;
        return undefined;
      });
      if (receipt !== undefined) {
        receipts[order.source]?.push(receipt);
        return;
      }
      await (restarting ?? sleep(100));
    }
  };

  // The orders of one article are given one after the other; those of different articles at the same time.
  const last = new Map<string, Promise<void>>();
  const open = new Set<Promise<void>>();
  for (const [at, order] of ordersOf(operations, random).entries()) {
    truth.give(order);
    const article = `${order.source}:${order.id}`;
    const sent = (last.get(article) ?? Promise.resolve()).then(() => send(order));
    last.set(article, sent);
    open.add(sent);
    void sent.finally(() => open.delete(sent)).catch(() => undefined);
    if (killAt.has(at) && killed < kills) restarting ??= restart();
    while (open.size >= SENDERS) await Promise.race(open);
  }
  await Promise.all(open);
  await restarting;
  // A kill whose moment came while the local cloud started takes place now.
  while (killed < kills) await restart();
  return { truth, endpoints, receipts, kills: killed, starts };
}

function ordersOf(operations: number, random: () => number): Order[] {
  const articles = Math.ceil(operations / 4);
  return Array.from({ length: operations }, (_, at) => ({
    source: random() < 0.7 ? 'desk' : 'wire',
    id: `a${Math.floor(random() * articles)}`,
    kind: random() < 0.12 ? 'kill' : 'send',
    headline: `Headline number ${at} of the day`,
  }));
}

/** Answers after which a CMS sends the request again: too many requests, or no answer from the function. */
const isTemporary = (status: number): boolean => status === 429 || status >= 500;

/**
 * The receipt of an accepted order; undefined if it has to be sent again.
 *
 * @throws RangeError if the order is refused. To send it again would never end.
 */
async function request(endpoints: Endpoints, order: Order): Promise<string | undefined> {
  const { source, id, kind, headline } = order;
  const response = await fetch(`${endpoints.ingest}/v1/sources/${source}/articles/${id}`, {
    method: kind === 'kill' ? 'DELETE' : 'PUT',
    headers: {
      authorization: `Bearer ${endpoints.tokens[source] ?? ''}`,
      ...(kind === 'send' && { 'content-type': 'text/plain; charset=utf-8' }),
    },
    ...(kind === 'send' && { body: `${headline}\n\nThe text of ${headline}.` }),
    signal: AbortSignal.timeout(60_000),
  });
  if (isTemporary(response.status)) return undefined;
  if (response.status !== 202) throw new RangeError(`${kind} ${id}: HTTP ${response.status}`);
  return ((await response.json()) as { receipt: string }).receipt;
}
