import { articleContract } from './articles.ts';
import type { Contract } from './contract.ts';
import { feedContract } from './feeds.ts';
import { documentContract, rawContract } from './objects.ts';
import { partnerContract } from './partners.ts';
import { configurationContract, groupContract, queueContract } from './queues.ts';
import { receiptContract } from './receipts.ts';
import { workContract } from './work.ts';

/** What each interface of shared/contract/stores.ts promises. */
export const CONTRACTS = {
  configuration: configurationContract,
  articles: articleContract,
  work: workContract,
  receipts: receiptContract,
  raw: rawContract,
  feeds: feedContract,
  partners: partnerContract,
  documents: documentContract,
  queues: queueContract,
  groups: groupContract,
} satisfies Record<string, Contract>;
