import type { Envelope } from './messages.ts';

/** A submission as the raw bucket has it. */
export interface RawObject {
  envelope: Envelope;
  bytes: Uint8Array;
}
