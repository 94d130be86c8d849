import type { Draft, Drafted, SourceDefaults } from '../../../shared/reading/draft/draft.ts';
import { asInstant } from '../../support/ids.ts';
import { read } from '../drafted.ts';
import type { Row } from './row.ts';

const RECEIVED_AT = asInstant('2026-03-12T10:00:00.000Z');

const defaultsOf = (language: string): SourceDefaults => ({
  language,
  boilerplate: [],
  receivedAt: RECEIVED_AT,
});

export const readRow = ({ text, format, language }: Row): Drafted[] =>
  read(text, format, defaultsOf(language));

/** Whether readers would see the draft at the moment of receipt. */
function isPublishable({ pubstatus, content }: Draft): boolean {
  const { embargoed, expires } = content;
  if (pubstatus !== 'usable') return false;
  if (expires !== undefined && expires <= RECEIVED_AT) return false;
  return embargoed === undefined || embargoed <= RECEIVED_AT;
}

/** The drafts of a submission that readers would see at the moment of receipt. */
export function publishedOf(drafted: readonly Drafted[]): Draft[] {
  return drafted.flatMap((item) => (item.ok && isPublishable(item.draft) ? [item.draft] : []));
}

/** One line for a row that came out wrong, for the message of a failed test. */
export const lineOf = ({ kind, language, format, id }: Row, found: string): string =>
  `${kind} | ${language} | ${format.split(';')[0] ?? ''} | ${id} | ${found}`.replace(/[\r\n]+/g, '⏎');
