import type { Rejection } from '../../../domain/outcome.ts';

/** Beginnings of saxes' messages for the faults that all feed readers tolerate. The text around such a fault is not lost. */
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
