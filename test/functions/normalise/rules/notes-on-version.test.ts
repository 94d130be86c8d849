import { expect, test } from 'vitest';
import { notesOnVersion } from '../../../../functions/normalise/rules/notes-on-version.ts';
import type { Revision } from '../../../../shared/domain/article.ts';
import type { ReceiptId } from '../../../../shared/domain/identity.ts';
import { type OrderBasis, versionStamp } from '../../../../shared/domain/order.ts';
import { articleIdOf, asInstant, receiptIdOf } from '../../../support/ids.ts';

const revision = (receipt: ReceiptId, declaredVersion: string, contentHash: string): Revision => {
  const receivedAt = asInstant(`2026-04-13T09:0${receipt}:00.000Z`);
  return {
    article: articleIdOf('a'),
    source: 'desk',
    declaredId: 'a',
    version: versionStamp('version', { receivedAt, receipt, item: 0, declaredVersion }),
    contentHash,
    pubstatus: 'usable',
    receivedAt,
    versioncreated: receivedAt,
    receipt,
    rawKey: 'key',
    removed: [],
    notes: [],
  };
};
const first = revision(receiptIdOf('1'), '7', 'one');

test.each<[string, Revision, OrderBasis, boolean]>([
  ['the same version with other contents', revision(receiptIdOf('2'), '7', 'two'), 'version', true],
  ['the same version with the same contents', revision(receiptIdOf('2'), '7', 'one'), 'version', false],
  ['a higher version', revision(receiptIdOf('2'), '8', 'two'), 'version', false],
  ['a source that does not order by version', revision(receiptIdOf('2'), '7', 'two'), 'arrival', false],
])(
  'notesOnVersion adds a note only if a version number comes again with other contents: %s',
  (_, own, order, isNoted) => {
    const notes = notesOnVersion({ declaredVersion: '7', own, newestFirst: [own, first], order });
    expect(notes).toHaveLength(isNoted ? 1 : 0);
  },
);
