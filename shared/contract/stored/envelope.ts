import * as z from 'zod';
import { type Envelope, envelope } from '../messages.ts';
import { writtenBy } from './format.ts';

/** The envelope in the JSON text of a raw object's metadata; throws an error that names the object. */
export function decodeEnvelope(text: string, key: string): Envelope {
  const value = parsed(text);
  const decoded = envelope.safeParse(value);
  if (decoded.success) return decoded.data;
  throw new Error(
    `the envelope of ${key} cannot be decoded: ${z.prettifyError(decoded.error)}${writtenBy(value)}`,
  );
}

/** Returns undefined for a text that is not JSON. The schema then refuses it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
