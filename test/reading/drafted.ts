import { expect } from 'vitest';
import type { Draft, Drafted, SourceDefaults } from '../../shared/reading/draft/draft.ts';
import { readSubmission } from '../../shared/reading/read.ts';
import { asInstant } from '../support/ids.ts';

export const DEFAULTS: SourceDefaults = {
  language: 'en',
  boilerplate: [],
  receivedAt: asInstant('2026-11-23T00:00:00.000Z'),
};

/** The drafts and rejections of a submission. */
export function read(text: string | Uint8Array, mediaType: string, defaults = DEFAULTS): Drafted[] {
  return readSubmission({ bytes: typeof text === 'string' ? Buffer.from(text) : text, mediaType }, defaults);
}

/** The draft of a submission with a single article. */
export function readOne(text: string | Uint8Array, mediaType: string, defaults = DEFAULTS): Draft {
  const drafted = read(text, mediaType, defaults);
  expect(drafted).toHaveLength(1);
  const [first] = drafted;
  if (!first?.ok) throw new Error(`refused: ${JSON.stringify(first)}`);
  return first.draft;
}

/** The headline of each draft, or the code of each rejection. */
export function outcomes(drafted: readonly Drafted[]): string[] {
  return drafted.map((item) => (item.ok ? item.draft.content.headline : item.rejection.code));
}
