import type { Rejection } from '../../../domain/outcome.ts';

/** Faults that every reader of feeds forgives, because the text around them still says what it says (saxes' words). */
export const FORGIVEN = [
  ...[
    'undefined entity.',
    'disallowed character in entity name.',
    'empty entity name.',
    'disallowed character.',
  ],
  ...['malformed character entity.', 'malformed comment.', 'the string "]]>" is disallowed in char data.'],
  ...['an XML declaration must be at the start of the document.', 'encoding value must match'],
  ...['the XML declaration must appear at the start of the document.', 'version number must match'],
];

/** What ended a scan, and at which offset. */
export interface Fault extends Rejection {
  at: number;
}

/** Ends the scan of one parser: what it stands on is not to be read further. */
export class Stop extends Error {
  readonly code: Rejection['code'];
  constructor(code: Rejection['code'], detail: string) {
    super(detail);
    this.code = code;
  }
}
