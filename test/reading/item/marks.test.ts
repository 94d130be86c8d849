import { expect, test } from 'vitest';
import { Judge } from '../../../shared/reading/item/judgement.ts';
import { signsIn } from '../../../shared/reading/item/signs.ts';
import { asInstant } from '../../support/ids.ts';

const RECEIVED = asInstant('2026-04-13T12:00:00.000Z');
const judge = (members: object): Judge =>
  new Judge({ receivedAt: RECEIVED }).read(signsIn(Object.entries(members)));

test.each([
  [{ flags: ['draft'] }],
  [{ flags: 'premium, draft' }],
  [{ labels: ['premium', 'On Hold'] }],
  [{ Story_Flags: ['embargo-lifted', 'in review'] }],
  [{ meta: { markers: ['черновик'] } }],
])('a mark withholds the article: %j', (members) => {
  expect(judge(members)).toMatchObject({ withheld: true, canceled: false });
});

test.each([[{ flags: ['killed'] }], [{ workflowLabels: ['retracted'] }]])(
  'a mark withdraws: %j',
  (members) => {
    expect(judge(members)).toMatchObject({ canceled: true });
  },
);

test.each([
  [{ flags: ['premium', 'sport'] }],
  [{ flags: [] }],
  [{ labels: ['NFL draft', 'live'] }],
  [{ tags: ['draft'] }],
  [{ flags: [1, null] }],
])('other marks say nothing: %j', (members) => {
  expect(judge(members)).toMatchObject({ withheld: false, canceled: false, doubts: [] });
});

test('on sale or on air in the future is an embargo', () => {
  for (const name of ['onSaleDate', 'on_sale_date', 'onair_at'])
    expect(judge({ [name]: '2026-12-01T06:00:00Z' }).embargoed).toBe('2026-12-01T06:00:00.000Z');
});
