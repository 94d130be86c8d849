import type * as z from 'zod';
import type { Partner } from '../../shared/domain/partner.ts';
import { noteLines } from '../../shared/operations/partners/note-lines.ts';
import { partnerNote } from '../../shared/operations/partners/note.ts';
import { EXIT, Failure } from '../failure.ts';
import { printJson, printLines } from '../output.ts';
import type { OpenPipeline } from '../pipeline.ts';
import type { CommonOptions } from './options.ts';

export const PARTNER = 'the partner’s id';

/** Prints the note to send to a partner. `token`: the partner's token, if this machine knows it. */
export async function printNote(
  pipeline: OpenPipeline,
  { partner, token }: { partner: Partner; token: string | undefined },
  { json }: CommonOptions,
): Promise<void> {
  const note = await partnerNote(pipeline, partner, token);
  if (json) printJson(note);
  else printLines(noteLines(note));
}

/** How an error message names the fields of the schema that are arguments and not options. */
const ARGUMENTS: ReadonlyMap<PropertyKey, string> = new Map([['id', '<partner>']]);

/** Checks option values with a schema. Throws a Failure that names each wrong option and says why it is wrong. */
export function parsedOptions<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path: [name = ''], message }) => `${ARGUMENTS.get(name) ?? `--${String(name)}`}: ${message}`,
  );
  throw new Failure(problems, 'See --help. Nothing was changed.', EXIT.usage);
}
