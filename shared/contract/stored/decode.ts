import type * as z from 'zod';
import type { Key } from '../table-keys.ts';

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
 * therefore not have defaults or transformations.
 *
 * A newer version of Wiredesk may add members inside the stored members (`head`, `state`, `partner`, …). Before a
 * version writes a new value of an enumeration, the version before it must be able to read that value. The decoder
 * throws an `UndecodableError` that names the key and each broken member.
 */
export function rowDecoder<Schema extends z.ZodObject>(
  schema: Schema,
): (row: StoredRow) => Key & z.output<Schema> {
  return (row) => decodeValue(schema, row, `${row.pk} ${row.sk}`);
}

/** Returns the value if it has the schema's shape. Otherwise throws an `UndecodableError` that contains `key`. */
export function decodeValue<Schema extends z.ZodType, Value>(
  schema: Schema,
  value: Value,
  key: string,
): Value & z.output<Schema> {
  const checked = schema.safeParse(value);
  if (hasShape(value, checked)) return value;
  throw new UndecodableError(`${key} cannot be decoded: ${checked.error ? problems(checked.error) : ''}`);
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
