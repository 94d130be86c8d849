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
  receipts: string[];
  /** Seconds from each restart until the cloud was ready. */
  restarts: number[];
}

/** How many requests are open at a time. */
const SENDERS = 3;

export async function playWithKills({ npmStart, random, operations, kills }: KillNine): Promise<Outcome> {
  let endpoints = await npmStart.start();
  const truth = new Truth();
  const receipts: string[] = [];
  const restarts: number[] = [];
  const orders = ordersOf(operations, random);
  const killAt = new Set(
    Array.from({ length: kills }, (_, at) => Math.floor(((at + random()) * operations) / kills)),
  );
  let restarting: Promise<void> | undefined;

  const restart = async (): Promise<void> => {
    // Somewhere in the work on the last requests.
    await sleep(random() * 1500);
    await npmStart.end('SIGKILL');
    const began = Date.now();
    endpoints = await npmStart.start();
    restarts.push((Date.now() - began) / 1000);
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
        receipts.push(receipt);
        return;
      }
      await (restarting ?? sleep(100));
    }
  };

  // The orders of one article are given one after the other; those of different articles at the same time.
  const last = new Map<string, Promise<void>>();
  const open = new Set<Promise<void>>();
  for (const [at, order] of orders.entries()) {
    truth.give(order);
    const sent = (last.get(order.id) ?? Promise.resolve()).then(() => send(order));
    last.set(order.id, sent);
    open.add(sent);
    void sent.finally(() => open.delete(sent));
    if (killAt.has(at)) restarting ??= restart();
    while (open.size >= SENDERS) await Promise.race(open);
  }
  await Promise.all(open);
  await restarting;
  return { truth, endpoints, receipts, restarts };
}

function ordersOf(operations: number, random: () => number): Order[] {
  const articles = Math.ceil(operations / 4);
  return Array.from({ length: operations }, (_, at) => ({
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
async function request(endpoints: Endpoints, { id, kind, headline }: Order): Promise<string | undefined> {
  const response = await fetch(`${endpoints.ingest}/v1/sources/desk/articles/${id}`, {
    method: kind === 'kill' ? 'DELETE' : 'PUT',
    headers: {
      authorization: `Bearer ${endpoints.tokens['desk'] ?? ''}`,
      ...(kind === 'send' && { 'content-type': 'text/plain; charset=utf-8' }),
    },
    ...(kind === 'send' && { body: `${headline}\n\nThe text of ${headline}.` }),
    signal: AbortSignal.timeout(20_000),
  });
  if (isTemporary(response.status)) return undefined;
  if (response.status !== 202) throw new RangeError(`${kind} ${id}: HTTP ${response.status}`);
  return ((await response.json()) as { receipt: string }).receipt;
}
