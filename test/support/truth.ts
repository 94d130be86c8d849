/** What a newsroom has ordered about its articles, and therefore what every feed must show. */

export interface Story {
  headline: string;
  killed: boolean;
}

/** One order to the pipeline: a story as it is from now on. */
export interface Order {
  id: string;
  kind: 'send' | 'kill';
  headline: string;
}

/** A small reference: the last order about each article counts, and a killed article stays killed. */
export class Truth {
  readonly #stories = new Map<string, Story>();

  give({ id, kind, headline }: Order): void {
    const before = this.#stories.get(id);
    if (kind === 'kill') this.#stories.set(id, { headline: before?.headline ?? '', killed: true });
    else this.#stories.set(id, { headline, killed: before?.killed ?? false });
  }

  /** The headlines that a feed of all articles shows, sorted. */
  headlines(): string[] {
    return [...this.#stories.values()]
      .filter(({ killed }) => !killed)
      .map(({ headline }) => headline)
      .toSorted();
  }
}
