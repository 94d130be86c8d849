import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { parseRawKey } from '../../shared/contract/keys.ts';
import { decisionBody, type Envelope } from '../../shared/contract/messages.ts';
import type {
  ArticleStore,
  ConfigurationStore,
  NowQueue,
  RawObject,
  RawStore,
  ReceiptItem,
  ReceiptStore,
  WorkStore,
} from '../../shared/contract/stores.ts';
import { decisionProblem } from '../../shared/domain/decision.ts';
import { articleId } from '../../shared/domain/identity.ts';
import type { Rejection } from '../../shared/domain/outcome.ts';
import { reasonOf } from '../../shared/domain/outcome.ts';
import { rejected } from '../../shared/reading/draft/draft.ts';
import { isErasedItem } from '../../shared/reading/finish/redaction.ts';
import { decide, type Identity } from './decide.ts';
import { readItems } from './rules/read-items.ts';
import { erasedAmong, refuse, storeErased } from './record-refusal.ts';
import { storeDraft } from './store-draft.ts';

export interface NormaliseServices {
  configuration: ConfigurationStore;
  raw: RawStore;
  articles: ArticleStore;
  work: WorkStore;
  receipts: ReceiptStore;
  nowQueue: NowQueue;
  now: () => Date;
  newId: () => string;
  /** Reports what should not happen; ids and reasons only. */
  warn: (message: string, facts: Record<string, unknown>) => void;
}

/** What the items of one submission have in common. */
export interface ItemContext {
  envelope: Envelope;
  rawKey: string;
  configuration: StoredConfiguration;
}

/**
 * A raw object to revisions, heads, work for fan-out and outcomes. Every write is conditional or a repeat, so a
 * message that comes back leaves the table as it was; only DIRTY rows are written anew each time.
 */
export async function normaliseObject(rawKey: string, services: NormaliseServices): Promise<void> {
  if (parseRawKey(rawKey) === undefined) return;
  const object = await services.raw.get(rawKey);
  // Taken away since the event was sent: there is nothing left to do, and nothing to report to.
  if (object === undefined) return;
  const { receipt, source, receivedAt, mediaType } = object.envelope;
  const configuration = await services.configuration.current();
  const items = configuration
    ? await outcomesOf({ envelope: object.envelope, rawKey, configuration }, object, services)
    : [rejection(0, rejected('SOURCE_UNKNOWN', source).rejection)];
  for (const item of items) await services.receipts.putItem(receipt, item);
  if ((await services.receipts.close(receipt, items.length)) === 'written') return;
  // The door stopped between the bytes and the receipt; the bytes are what counts.
  await services.receipts.open({ receipt, source, receivedAt, mediaType, bytes: object.bytes.length });
  await services.receipts.close(receipt, items.length);
}

async function outcomesOf(
  context: ItemContext,
  object: RawObject,
  services: NormaliseServices,
): Promise<ReceiptItem[]> {
  const { envelope } = context;
  // Also where the source has gone: what it had sent stays in the feeds until it is withdrawn.
  if (envelope.kind === 'decision') return [await applyDecision(context, object.bytes, services)];
  const source = context.configuration.sources.find(({ id }) => id === envelope.source);
  if (source === undefined) return [rejection(0, rejected('SOURCE_UNKNOWN', envelope.source).rejection)];
  const found = readItems(object, source, services.warn);
  const alone = found.length === 1;
  const gone = await erasedAmong(found, source.id, alone ? envelope.declaredId : undefined, services);
  const items: ReceiptItem[] = [];
  for (const [item, one] of found.entries()) {
    const place = { ...context, source, item, alone, gone };
    if (isErasedItem(one)) items.push(await storeErased(place, one, services));
    else if (one.ok) items.push(await storeDraft(place, one.draft, services));
    else items.push(await refuse(place, one, services));
  }
  return items;
}

async function applyDecision(
  { envelope }: ItemContext,
  bytes: Uint8Array,
  services: NormaliseServices,
): Promise<ReceiptItem> {
  const { source, receivedAt: at, receipt } = envelope;
  const body = decisionBody.safeParse(parsed(bytes));
  const problem = body.success ? decisionProblem(body.data) : 'not a decision';
  const identity = identityIn(envelope, body.data?.article);
  if (!body.success || problem !== undefined || identity === undefined) {
    return rejection(0, rejected('FIELD_TYPE', problem ?? 'the decision names no article').rejection);
  }
  const { article: _article, ...decision } = body.data;
  const { article } = identity;
  await decide({ ...identity, source }, { ...decision, at, receipt }, services);
  return { item: 0, outcome: 'decided', article, removed: [], notes: [], channels: [] };
}

function identityIn(
  { source, declaredId }: Envelope,
  article: string | undefined,
): Omit<Identity, 'source'> | undefined {
  if (declaredId !== undefined) return { article: articleId(source, declaredId), declaredId };
  return article === undefined ? undefined : { article };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

export function rejection(item: number, { code, detail }: Rejection): ReceiptItem {
  return {
    item,
    outcome: 'rejected',
    code,
    reason: reasonOf(code, detail),
    removed: [],
    notes: [],
    channels: [],
  };
}
