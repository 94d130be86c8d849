import { expect } from 'vitest';
import { tableKeys } from '../../shared/contract/table-keys.ts';
import { hourOf } from '../../shared/domain/quota.ts';
import { type Contract, fresh } from './contract.ts';

const HOUR = hourOf(new Date('2026-03-02T08:59:59.999Z'));
const NEXT = hourOf(new Date('2026-03-02T09:00:00.000Z'));

export const quotaContract: Contract = {
  'of parallel submissions exactly as many are counted as the limit allows': async ({ quota }) => {
    const source = fresh();
    const answers = await Promise.all(Array.from({ length: 24 }, () => quota.count(source, HOUR, 7)));
    expect(answers.filter((answer) => answer === 'written')).toHaveLength(7);
    expect(await quota.used(source, HOUR)).toBe(7);
  },

  'a source that has used up its quota can send again in the next hour; other sources are not affected':
    async ({ quota }) => {
      const [source, other] = [fresh(), fresh()];
      expect(await quota.used(source, HOUR)).toBe(0);
      expect(await quota.count(source, HOUR, 1)).toBe('written');
      expect(await quota.count(source, HOUR, 1)).toBe('refused');
      expect(await quota.count(other, HOUR, 1)).toBe('written');
      expect(await quota.count(source, NEXT, 1)).toBe('written');
      expect([await quota.used(source, HOUR), await quota.used(source, NEXT)]).toEqual([1, 1]);
    },

  'a quota that is changed within an hour counts from the beginning of the hour': async ({ quota }) => {
    const source = fresh();
    for (let sent = 0; sent < 3; sent++) expect(await quota.count(source, HOUR, 5)).toBe('written');
    expect(await quota.count(source, HOUR, 2)).toBe('refused');
    expect(await quota.count(source, HOUR, 4)).toBe('written');
    expect(await quota.count(source, HOUR, 4)).toBe('refused');
    expect(await quota.used(source, HOUR)).toBe(4);
  },

  'a count expires two days after its hour, however often it is written': async ({ quota, stored }) => {
    const source = fresh();
    for (let sent = 0; sent < 2; sent++) await quota.count(source, HOUR, 2);
    expect(await stored(tableKeys.quotaCount(source, HOUR))).toMatchObject({
      ttl: Date.parse('2026-03-04T09:00:00.000Z') / 1000,
    });
  },
};
