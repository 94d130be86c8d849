import type * as z from 'zod';
import { instantsWithinRange } from '../../domain/stored-instants.ts';
import type { Key } from '../table-keys.ts';
import { writtenBy } from './format.ts';

/** A table row as it is read: its key, and members that are not checked yet. */
export type StoredRow = Key & Record<string, unknown>;

/**
 * Something stored does not have the shape that it should have, so trying again does not help. A store that cannot be
 * reached throws other errors. The message names the key, and never what is stored, because it is logged.
 */
export class UndecodableError extends Error {}

/**
 * Makes the decoder of one type of row. The decoder returns the row itself and not zod's copy, so members that a
 * newer version added are still there when the row is written back, and the members keep their order. The schema must
 * therefore not have defaults or transformations. Only an instant outside of the range of instants is replaced.
 *
 * A newer version of Wiredesk may add members inside the stored members (`head`, `state`, `partner`, …), and new words
 * where a member is one of several words (see `storedWord`). The decoder
 * throws an `UndecodableError` that names the key and each broken member, but not the stored values, because errors
 * are logged.
 */
export function rowDecoder<Schema extends z.ZodObject>(
  schema: Schema,
): (row: StoredRow) => Key & z.output<Schema> {
  const decode = valueDecoder(schema);
  return (row) => decode(row, `${row.pk} ${row.sk}`);
}

/**
 * Makes the decoder of a value. The decoder returns the value if it has the schema's shape, and otherwise throws an
 * `UndecodableError` that contains `key`.
 */
export function valueDecoder<Schema extends z.ZodType>(
  schema: Schema,
): <Value>(value: Value, key: string) => Value & z.output<Schema> {
  const withinRange = instantsWithinRange(schema);
  return (value, key) => {
    const checked = schema.safeParse(value);
    if (hasShape(value, checked)) return withinRange(value);
    throw new UndecodableError(
      `${key} cannot be decoded: ${checked.error ? problems(checked.error) : ''}${writtenBy(value)}`,
    );
  };
}

/** Narrows the type of `value` if the check of it succeeded. */
function hasShape<Value, Shape>(
  _value: Value,
  checked: z.ZodSafeParseResult<Shape>,
): _value is Value & Shape {
  return checked.success;
}

const problems = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join('; ');
