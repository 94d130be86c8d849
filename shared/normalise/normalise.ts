import { inputFormat, parseMediaType } from '../domain/media-type.ts';
import { type Drafted, type SourceDefaults, rejected } from './draft.ts';
import { fromHtml } from './html.ts';
import { fromNinjs } from './ninjs.ts';
import { decode } from './text/decode.ts';
import { fromText } from './text.ts';

/** The bytes a source handed over, and what it called them. */
export interface Submission {
  bytes: Uint8Array;
  /** Content-Type as sent. */
  mediaType: string;
}

/**
 * The articles in a submission, each cleaned or refused with a code. A submission that cannot be read at all is one
 * refusal; one bad article among several never costs the others.
 */
export function normalise(submission: Submission, defaults: SourceDefaults): Drafted[] {
  const format = inputFormat(submission.mediaType);
  const { essence, charset } = parseMediaType(submission.mediaType);
  if (format === undefined) return [rejected('MEDIA_TYPE', essence)];
  const decoded = decode(submission.bytes, charset);
  if (!decoded.ok) return [decoded];
  return readAs(format, decoded.text, defaults).map((drafted) => withNotes(drafted, decoded.notes));
}

function readAs(format: 'text' | 'html' | 'ninjs', text: string, defaults: SourceDefaults): Drafted[] {
  switch (format) {
    case 'text':
      return [fromText(text, defaults)];
    case 'html':
      return [fromHtml(text, defaults)];
    case 'ninjs':
      return fromJson(text, defaults);
  }
}

/** One ninjs object, or an array of them. */
function fromJson(text: string, defaults: SourceDefaults): Drafted[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return [rejected('JSON_INVALID', error instanceof Error ? error.message : String(error))];
  }
  const items: unknown[] = Array.isArray(value) ? value : [value];
  if (items.length === 0) return [rejected('ENCODING_EMPTY', 'an empty array')];
  return items.map((item) => fromNinjs(item, defaults));
}

function withNotes(drafted: Drafted, notes: readonly string[]): Drafted {
  if (!drafted.ok || notes.length === 0) return drafted;
  return { ok: true, draft: { ...drafted.draft, notes: [...notes, ...drafted.draft.notes] } };
}
