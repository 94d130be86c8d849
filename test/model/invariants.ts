import { objectKeys } from '../../shared/contract/keys.ts';
import { DOCUMENTS, FORMATS } from '../../shared/domain/feed.ts';
import { ARTICLES, feedIdOf, VARIANTS } from './newsroom.ts';
import type { Crew } from './running-workers.ts';
import type { World } from './stage-services.ts';

/** The feeds' ids and addresses never change, whatever configuration is in force. */
export const FEEDS = VARIANTS.flat()
  .map((channel) => ({ id: feedIdOf(channel), channel: channel.id }))
  .filter(({ channel }, index, feeds) => feeds.findIndex((other) => other.channel === channel) === index);

/** A channel and format by the key of its document; undefined for a gzip twin. */
export const PLAIN_DOCUMENTS = new Map(
  FEEDS.flatMap(({ id, channel }) =>
    FORMATS.map(
      (format) => [objectKeys.document(id, DOCUMENTS[format].file), { feed: id, channel, format }] as const,
    ),
  ),
);

/**
 * What must hold at every moment, whoever is in the middle of what: versions and decisions only go forward, a settled
 * feed has the documents its state names, and what lies at a feed's address was committed as a whole.
 */
export class Watch {
  readonly #world: World;
  readonly #newest = new Map<string, string>();
  readonly #committed = new Map<string, Set<string>>();
  readonly #wanted = new Map<string, string>();
  readonly #returned = new Set<string>();

  constructor(world: World) {
    this.#world = world;
  }

  /**
   * Feeds whose documents need not be those of their state: two publishers are at work on them, or were, and there are
   * bytes that came back, so that If-Match did not tell the late one what is old and what is new.
   */
  exempt(crew: Crew): Set<string> {
    const returned = [...crew.doubtful()].filter((feed) => this.#returned.has(feed));
    return new Set([...crew.contested(), ...returned]);
  }

  /** What is wrong now; undefined if nothing is. `exempt`: feeds whose documents need not be those of their state. */
  async fault(exempt: ReadonlySet<string>): Promise<string | undefined> {
    return (await this.#order()) ?? (await this.#documents(exempt));
  }

  async #order(): Promise<string | undefined> {
    const heads = await this.#world.cloud.articles.heads(ARTICLES.map(({ article }) => article));
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
    const { feeds, documents } = this.#world.cloud;
    for (const { id } of FEEDS) {
      const state = await feeds.state(id);
      if (state === undefined) continue;
      for (const [key, etag] of Object.entries(state.documents)) {
        const known = this.#committed.get(key) ?? new Set();
        if (known.has(etag) && this.#wanted.get(key) !== etag) this.#returned.add(id);
        this.#wanted.set(key, etag);
        this.#committed.set(key, known.add(etag));
        const stored = await documents.etag(key);
        if (stored !== undefined && !known.has(stored)) return `${key} was never committed as it is`;
        if (state.settled === state.rev && stored !== etag && !exempt.has(id))
          return `${key} is not the document that was settled`;
      }
    }
    return undefined;
  }
}
