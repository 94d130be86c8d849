import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTRACTS } from './contracts.ts';
import { STORE_FAULTS } from './faults.ts';
import { type Backend, BACKENDS, openMemory } from './backends.ts';

/**
 * The stores in memory, which the model test uses, must keep the same promises as the stores that use AWS (here on
 * emulators).
 */
describe.each(Object.entries(BACKENDS))('stores %s', (_name, open) => {
  let backend: Backend;
  beforeAll(async () => (backend = await open()));
  afterAll(() => backend.close());

  describe.each(Object.entries(CONTRACTS))('%s', (_contract, contract) => {
    test.each(Object.entries(contract))('%s', (_promise, keeps) => keeps(backend.stores));
  });
});

describe('a planted fault is found', () => {
  test.each(STORE_FAULTS)('$contract: $name', async ({ contract, plant }) => {
    const { stores } = await openMemory();
    const promises = Object.values(CONTRACTS[contract]);
    const kept: boolean[] = [];
    const faulty = plant(stores);
    for (const keeps of promises) {
      kept.push(
        await keeps(faulty).then(
          () => true,
          () => false,
        ),
      );
    }
    expect(kept).toContain(false);
  });

  test('and every contract has at least one planted fault', () => {
    const faulty = new Set(STORE_FAULTS.map(({ contract }) => contract));
    expect([...faulty].toSorted()).toEqual(Object.keys(CONTRACTS).toSorted());
  });
});
