import { beforeEach, describe, expect, test } from 'vitest';
import { sourcesWithToken } from '../../../functions/ingest/rules/credentials.ts';
import type { ConfigurationFile, StoredConfiguration } from '../../../shared/contract/configuration.ts';
import { decodeConfiguration } from '../../../shared/contract/stored/configuration.ts';
import { objectKeys } from '../../../shared/contract/keys.ts';
import { sha256 } from '../../../shared/domain/identity.ts';
import { configurationAfter } from '../../../shared/operations/apply/configuration-after.ts';
import type { Pipeline } from '../../../shared/operations/pipeline.ts';
import type { Rotation } from '../../../shared/operations/rotation.ts';
import { changeSource, findSource } from '../../../shared/operations/access/change-source.ts';
import { rotateSource } from '../../../shared/operations/access/rotate-source.ts';
import { sourceRow } from '../../../shared/operations/access/source-row.ts';
import { disableSource, enableSource } from '../../../shared/operations/access/switch-source.ts';
import { done } from '../../../shared/operations/result.ts';
import { valueOf } from '../../support/operate.ts';
import { CONFIGURATION as FILE } from '../../support/running-wiredesk.ts';

const DAY = 86_400_000;

/** A raw bucket with one object, the configuration, and a clock that the test moves. */
class Desk {
  #bytes = new Uint8Array();
  #revision = 0;
  #tokens = 0;
  now = new Date('2026-03-02T08:00:00.000Z');
  /** Runs before each write, as another person's write would. */
  beforeWrite: () => void = () => {};

  readonly pipeline: Pick<Pipeline, 'rawBucket' | 'now' | 'newToken'> & { outputs: Pipeline['outputs'] } = {
    rawBucket: {
      get: async (key) =>
        key === objectKeys.configuration && this.#revision > 0
          ? { bytes: this.#bytes, etag: String(this.#revision) }
          : undefined,
      putIfAbsent: async () => 'refused',
      putIfMatch: async (_, { bytes }, etag) => {
        this.beforeWrite();
        if (etag !== String(this.#revision)) return 'refused';
        this.put(bytes);
        return 'written';
      },
    },
    now: () => this.now,
    newToken: () => `token-${++this.#tokens}`,
    outputs: { feedsUrl: 'https://feeds.example' } as Pipeline['outputs'],
  };

  put(bytes: Uint8Array): void {
    this.#bytes = Uint8Array.from(bytes);
    this.#revision += 1;
  }

  get configuration(): StoredConfiguration | undefined {
    return this.#revision === 0 ? undefined : decodeConfiguration(Buffer.from(this.#bytes).toString('utf8'));
  }

  /** Applies a file, and returns the new tokens of sources. */
  apply(file: ConfigurationFile = FILE): Record<string, string> {
    const { configuration, newTokens } = configurationAfter(file, this.configuration, this.pipeline);
    this.put(Buffer.from(JSON.stringify(configuration)));
    return newTokens;
  }

  /** Which of the tokens the source `desk` may use. */
  accepted(...tokens: string[]): string[] {
    return tokens.filter((token) => sourcesWithToken(this.configuration, token, this.now).includes('desk'));
  }

  async rotate(rotation: Rotation = 'beside'): Promise<string> {
    return valueOf(await rotateSource(this.pipeline, { id: 'desk', rotation })).token;
  }
}

const WITHOUT_DESK = { ...FILE, sources: FILE.sources.filter(({ id }) => id !== 'desk') };

let desk: Desk;
let first: string;
beforeEach(() => {
  desk = new Desk();
  first = desk.apply()['desk'] ?? '';
});

describe('a rotation', () => {
  test('makes a new token, and the old one stays valid for a day', async () => {
    const second = await desk.rotate();
    expect(desk.accepted(first, second)).toEqual([first, second]);
    desk.now = new Date(desk.now.getTime() + DAY - 1);
    expect(desk.accepted(first, second)).toEqual([first, second]);
    desk.now = new Date(desk.now.getTime() + 1);
    expect(desk.accepted(first, second)).toEqual([second]);
  });

  test('ends the old token at once if it has leaked', async () => {
    const second = await desk.rotate('now');
    expect(desk.accepted(first, second)).toEqual([second]);
  });

  test('is refused while an older token is valid, unless the new one was lost', async () => {
    const lost = await desk.rotate();
    await expect(desk.rotate()).rejects.toMatchObject({ code: 'token-rotated' });
    const third = await desk.rotate('again');
    expect(desk.accepted(first, lost, third)).toEqual([first, third]);
  });

  test('changes no other source and nothing else in the configuration', async () => {
    const before = desk.configuration;
    await desk.rotate();
    const isOther = ({ id }: { id: string }): boolean => id !== 'desk';
    expect({ ...desk.configuration, sources: desk.configuration?.sources.filter(isOther) }).toEqual({
      ...before,
      // The version that wrote the object.
      format: expect.any(Number) as unknown,
      sources: before?.sources.filter(isOther),
    });
  });

  test('is not lost if somebody else changes the configuration at the same time', async () => {
    let others = 2;
    desk.beforeWrite = () => {
      if (others-- > 0) desk.apply();
    };
    const second = await desk.rotate('now');
    expect(desk.accepted(first, second)).toEqual([second]);
  });

  test('of a source that an early version stored keeps its token for a day', async () => {
    const { sources = [], ...rest } = desk.configuration ?? {};
    const early = sources.map(({ tokens: _, ...source }) => source);
    desk.put(Buffer.from(JSON.stringify({ ...rest, sources: early })));
    expect(desk.accepted(first)).toEqual([first]);
    const second = await desk.rotate();
    expect(desk.accepted(first, second)).toEqual([first, second]);
    desk.now = new Date(desk.now.getTime() + DAY);
    expect(desk.accepted(first, second)).toEqual([second]);
  });
});

describe('an apply', () => {
  test('never revives a token that a command ended, and never enables a source', async () => {
    const second = await desk.rotate('now');
    expect(desk.apply()).toEqual({});
    expect(desk.accepted(first, second)).toEqual([second]);
    await disableSource(desk.pipeline, 'desk');
    expect(desk.apply()).toEqual({});
    expect(desk.accepted(first, second)).toEqual([]);
  });

  test('keeps the end of the old token', async () => {
    const second = await desk.rotate();
    desk.apply();
    desk.now = new Date(desk.now.getTime() + DAY);
    expect(desk.accepted(first, second)).toEqual([second]);
  });

  test('that removes a source and adds it again makes a new token; the earlier tokens stay refused', async () => {
    const second = await desk.rotate();
    desk.apply(WITHOUT_DESK);
    expect(desk.accepted(first, second)).toEqual([]);
    const { desk: third = '' } = desk.apply();
    expect([first, second]).not.toContain(third);
    expect(desk.accepted(first, second, third)).toEqual([third]);
  });
});

describe('a disabled source', () => {
  test('cannot send, and after it is enabled its tokens work as before', async () => {
    const second = await desk.rotate();
    valueOf(await disableSource(desk.pipeline, 'desk'));
    expect(desk.accepted(first, second)).toEqual([]);
    valueOf(await enableSource(desk.pipeline, 'desk'));
    expect(desk.accepted(first, second)).toEqual([first, second]);
    desk.now = new Date(desk.now.getTime() + DAY);
    expect(desk.accepted(first, second)).toEqual([second]);
  });

  test('whose leaked token is replaced while it is disabled accepts only the new one later', async () => {
    valueOf(await disableSource(desk.pipeline, 'desk'));
    const second = await desk.rotate('now');
    expect(desk.accepted(first, second)).toEqual([]);
    valueOf(await enableSource(desk.pipeline, 'desk'));
    expect(desk.accepted(first, second)).toEqual([second]);
  });

  test('has no hash that the version before would accept', async () => {
    valueOf(await disableSource(desk.pipeline, 'desk'));
    expect(desk.configuration?.sources[0]?.tokenHashes).toEqual([]);
  });
});

test('a list shows when each token was made and ends, and never a token or a whole hash', async () => {
  const second = await desk.rotate();
  const row = sourceRow(valueOf(await findSource(desk.pipeline, 'desk')), desk.now);
  expect(row).toMatchObject({
    source: 'desk',
    standing: 'active',
    tokens: [
      { hash: sha256(second).slice(0, 12), created: '2026-03-02T08:00:00.000Z', until: null },
      { hash: sha256(first).slice(0, 12), until: '2026-03-03T08:00:00.000Z' },
    ],
  });
  const text = JSON.stringify(row);
  for (const secret of [first, second, sha256(first), sha256(second)]) expect(text).not.toContain(secret);
});

test('an unknown source is a failure that names the configured sources', async () => {
  const changed = await changeSource(desk.pipeline, 'nobody', ({ tokenHashes }) => done({ tokenHashes }));
  expect(changed).toMatchObject({
    failure: { code: 'source-unknown', remedy: expect.stringContaining('wire') },
  });
});
