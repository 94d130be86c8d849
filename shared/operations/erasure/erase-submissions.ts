import { redact } from '../../../functions/normalise/rules/redact.ts';
import type { StoredConfiguration } from '../../contract/configuration.ts';
import { objectKeys } from '../../contract/keys.ts';
import type { Head } from '../../domain/article.ts';
import type { ReceiptId } from '../../domain/identity.ts';
import { instantOf } from '../../domain/instant.ts';
import type { Source } from '../../domain/source.ts';
import type { Pipeline } from '../pipeline.ts';

/**
 * Removes an article from its submissions in the raw bucket and from their receipts. The other articles of these
 * submissions stay.
 */
export async function eraseSubmissions(
  pipeline: Pipeline,
  { head, submissions }: { head: Head; submissions: readonly ReceiptId[] },
  say: (text: string) => void,
): Promise<void> {
  const source = sourceWith(head.source, await pipeline.configuration.current());
  for (const [at, receipt] of submissions.entries()) {
    say(`erasing ${at + 1} of ${submissions.length} submissions`);
    await eraseSubmission(pipeline, { head, source, receipt });
  }
}

async function eraseSubmission(
  { raw, receipts, erasure, now }: Pipeline,
  { head: { article }, source, receipt }: { head: Head; source: Source; receipt: ReceiptId },
): Promise<void> {
  const key = objectKeys.raw(source.id, receipt);
  const object = await raw.get(key);
  const items = await receipts.items(receipt);
  const recorded = new Map(items.flatMap((item) => (item.article ? [[item.item, item.article]] : [])));
  const redacted = object && redact({ ...object, recorded }, article, source);
  if (redacted?.object) await erasure.replaceRaw(redacted.object);
  await erasure.removeOlderVersions(key);
  if (object?.envelope.kind === 'decision') return;
  const ofArticle = items.filter((item) => item.article === article).map(({ item }) => item);
  const positions = new Set([...(redacted?.items ?? []), ...ofArticle]);
  const receivedAt = object?.envelope.receivedAt ?? instantOf(now());
  for (const item of positions) {
    await erasure.replaceItem(
      { receipt, receivedAt },
      {
        item,
        outcome: 'erased',
        article,
        removed: [],
        notes: [],
        channels: [],
      },
    );
  }
}

/** The configuration of a source. For a source that is no longer configured, a source without defaults. */
function sourceWith(id: string, configuration: StoredConfiguration | undefined): Source {
  const configured = configuration?.sources.find((source) => source.id === id);
  return configured ?? { id, order: 'arrival', language: 'und', boilerplate: [], tokenHashes: [] };
}
