import { expect, test } from 'vitest';
import { objectKeys } from '../../shared/contract/keys.ts';
import type { Envelope } from '../../shared/contract/messages.ts';
import { storeSubmission } from '../../shared/contract/store-submission.ts';
import { tableKeys } from '../../shared/contract/table-keys.ts';
import { receiptIdOf } from '../support/ids.ts';
import { openMemory } from './backends.ts';
import { instant } from './contract.ts';

const ENVELOPE: Envelope = {
  kind: 'content',
  source: 'desk',
  receipt: receiptIdOf('r'),
  receivedAt: instant(0),
  mediaType: 'text/plain',
};
const KEY = objectKeys.raw('desk', ENVELOPE.receipt);
const BYTES = Buffer.from('A story');

test('a submission that is repeated after its receipt was removed is read again', async () => {
  const { stores } = await openMemory();
  const sent = () => stores.decisionQueue.receive({ deletes: true });
  await storeSubmission(ENVELOPE, BYTES, stores);
  expect(await sent()).toEqual([]);
  await storeSubmission(ENVELOPE, BYTES, stores);
  expect(await sent()).toEqual([]);

  await stores.remove(tableKeys.receipt(ENVELOPE.receipt));
  await storeSubmission({ ...ENVELOPE, receivedAt: instant(400 * 86_400) }, BYTES, stores);
  expect(await stores.receipts.get(ENVELOPE.receipt)).toMatchObject({ receivedAt: instant(0) });
  expect(await sent()).toEqual([{ key: KEY }]);
});
