import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTRACTS } from './contracts.ts';
import { STORE_FAULTS } from './faults.ts';
import { type Open, openMemory, PLACES } from './places.ts';

/** The stores in memory, on which the model plays, promise what the real ones promise. */
describe.each(Object.entries(PLACES))('stores %s', (_name, open) => {
  let place: Open;
  beforeAll(async () => (place = await open()), 60_000);
  afterAll(() => place.close());

  describe.each(Object.entries(CONTRACTS))('%s', (_contract, contract) => {
    test.each(Object.entries(contract))('%s', (_promise, keeps) => keeps(place.stores));
  });
});

describe('a fault in a store', () => {
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

  test('is planted for every contract', () => {
    const faulty = new Set(STORE_FAULTS.map(({ contract }) => contract));
    expect([...faulty].toSorted()).toEqual(Object.keys(CONTRACTS).toSorted());
  });
});
