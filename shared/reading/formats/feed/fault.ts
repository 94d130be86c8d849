import type { Rejection } from '../../../domain/outcome.ts';

/**
 * How the messages of `saxes`, the XML parser, begin for the faults that every program which reads feeds tolerates.
 * The parser can still read the text around such a fault.
 */
export const TOLERATED_FAULTS = [
  'undefined entity.',
  'disallowed character in entity name.',
  'empty entity name.',
  'disallowed character.',
  'malformed character entity.',
  'malformed comment.',
  'the string "]]>" is disallowed in char data.',
  'an XML declaration must be at the start of the document.',
  'encoding value must match',
  'the XML declaration must appear at the start of the document.',
  'version number must match',
];

/** The fault that ended a scan, and its offset in the document. */
export interface Fault extends Rejection {
  at: number;
}
