import { gunzipSync } from 'node:zlib';
import { objectKeys } from '../../shared/contract/keys.ts';
import { DOCUMENTS, FORMATS } from '../../shared/domain/feed.ts';
import { ARTICLES, feedIdOf, VARIANTS } from './newsroom.ts';
import type { RunningWorkers } from './running-workers.ts';
import type { StageServices } from './stage-services.ts';

/** Every feed of every configuration. A feed keeps its id and its addresses in all of them. */
export const FEEDS = VARIANTS.flat()
  .map((channel) => ({ id: feedIdOf(channel), channel: channel.id }))
  .filter(({ channel }, index, feeds) => feeds.findIndex((other) => other.channel === channel) === index);

/** Feed, channel and format of each document that somebody can read, by its key: plain and compressed with gzip. */
export const DOCUMENTS_TO_READ = new Map(
  FEEDS.flatMap(({ id, channel }) =>
    FORMATS.flatMap((format) =>
      [objectKeys.document, objectKeys.gzipDocument].map(
        (keyOf) => [keyOf(id, DOCUMENTS[format].file), { feed: id, channel, format }] as const,
      ),
    ),
  ),
);

/** The first two bytes of everything that is compressed with gzip (RFC 1952 section 2.3.1). */
const GZIP = [0x1f, 0x8b];

/** The text of a stored document, plain or compressed with gzip. */
export function textOf(bytes: Uint8Array): string {
  const isPacked = GZIP.every((byte, at) => bytes[at] === byte);
  return Buffer.from(isPacked ? gunzipSync(bytes) : bytes).toString('utf8');
}

/**
 * The invariants that hold at every moment, whichever workers are running:
 *
 * - The version of an article, and each decision in force, never goes back.
 * - Every stored document is one that a state of its feed named: a reader never gets part of a document.
 * - If a feed is settled, its documents are those that its latest state names.
 */
export class Invariants {
  readonly #services: StageServices;
  /** The latest version or decision seen, by article and kind. */
  readonly #newest = new Map<string, string>();
  /** Every ETag that a state named, by key of the document. */
  readonly #committed = new Map<string, Set<string>>();
  /** The ETag that the latest state names, by key of the document. */
  readonly #latest = new Map<string, string>();
  /** Feeds that went back to a document they had before. */
  readonly #reverted = new Set<string>();

  constructor(services: StageServices) {
    this.#services = services;
  }

  /**
   * Feeds whose stored documents may differ from those that the latest state names. There are two cases. Either two
   * publishers of the feed run at the same time now. Or two publishers did so earlier, and the feed went back to
   * earlier bytes: then the If-Match of the slow publisher matches although its document is old.
   */
  exempt(workers: RunningWorkers): Set<string> {
    const reverted = [...workers.feedsInDoubt()].filter((feed) => this.#reverted.has(feed));
    return new Set([...workers.contestedFeeds(), ...reverted]);
  }

  /** The invariant that is violated now; undefined if all hold. `exempt` is what the method of that name returned. */
  async violation(exempt: ReadonlySet<string>): Promise<string | undefined> {
    return (await this.#order()) ?? (await this.#documents(exempt));
  }

  async #order(): Promise<string | undefined> {
    const heads = await this.#services.cloud.articles.heads(ARTICLES.map(({ article }) => article));
    for (const [article, { current, decisions = {} }] of heads) {
      const stamps = [
        ['contents', current?.version] as const,
        ...Object.entries(decisions).map(
          ([register, { at, receipt }]) => [register, `${at}~${receipt}`] as const,
        ),
      ];
      for (const [name, stamp] of stamps) {
        const key = `${article} ${name}`;
        const before = this.#newest.get(key);
        if (before !== undefined && (stamp ?? '') < before)
          return `${key} went back from ${before} to ${stamp ?? ''}`;
        if (stamp !== undefined) this.#newest.set(key, stamp);
      }
    }
    return undefined;
  }

  async #documents(exempt: ReadonlySet<string>): Promise<string | undefined> {
    const { feeds, documents } = this.#services.cloud;
    for (const { id } of FEEDS) {
      const state = await feeds.state(id);
      if (state === undefined) continue;
      for (const [key, etag] of Object.entries(state.documents)) {
        const known = this.#committed.get(key) ?? new Set();
        if (known.has(etag) && this.#latest.get(key) !== etag) this.#reverted.add(id);
        this.#latest.set(key, etag);
        this.#committed.set(key, known.add(etag));
        const stored = await documents.etag(key);
        if (stored !== undefined && !known.has(stored))
          return `the stored document ${key} is not one that a state of its feed ever named`;
        if (state.settled === state.rev && stored !== etag && !exempt.has(id))
          return `the feed is settled, and its stored document ${key} is not the one that its state names`;
      }
    }
    return undefined;
  }
}
