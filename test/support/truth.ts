/** What a newsroom has ordered about its articles, and therefore what every feed must show. */

export interface Story {
  source: string;
  headline: string;
  killed: boolean;
}

/** One order to the pipeline: a story as it is from now on. */
export interface Order {
  source: string;
  /** The id of the article, which belongs to its source. */
  id: string;
  kind: 'send' | 'kill';
  headline: string;
}

/** A small reference: the last order about each article counts, and a killed article stays killed. */
export class Truth {
  readonly #stories = new Map<string, Story>();

  give({ source, id, kind, headline }: Order): void {
    const key = `${source}:${id}`;
    const before = this.#stories.get(key);
    if (kind === 'kill') this.#stories.set(key, { source, headline: before?.headline ?? '', killed: true });
    else this.#stories.set(key, { source, headline, killed: before?.killed ?? false });
  }

  /** The headlines, sorted, that a feed of all articles of these sources shows. */
  headlines(sources: readonly string[]): string[] {
    return [...this.#stories.values()]
      .filter(({ source, killed }) => sources.includes(source) && !killed)
      .map(({ headline }) => headline)
      .toSorted();
  }
}
