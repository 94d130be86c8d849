import { articleContract } from './articles.ts';
import type { Contract } from './contract.ts';
import { todoContract, wakeUpContract } from './feed-work.ts';
import { feedContract } from './feeds.ts';
import { documentContract, rawContract } from './objects.ts';
import { partnerContract } from './partners.ts';
import { configurationContract, groupContract, queueContract } from './queues.ts';
import { quotaContract } from './quotas.ts';
import { readerContract } from './readers.ts';
import { receiptContract } from './receipts.ts';
import { storedRowContract } from './stored-rows.ts';
import { workContract } from './work.ts';

/** What the interfaces in shared/contract/stores.ts and feed-work.ts promise, as checks that every implementation must pass. */
export const CONTRACTS = {
  configuration: configurationContract,
  articles: articleContract,
  work: workContract,
  todo: todoContract,
  wakeUps: wakeUpContract,
  receipts: receiptContract,
  quotas: quotaContract,
  raw: rawContract,
  feeds: feedContract,
  partners: partnerContract,
  readers: readerContract,
  storedRows: storedRowContract,
  documents: documentContract,
  queues: queueContract,
  groups: groupContract,
} satisfies Record<string, Contract>;
