import type * as z from 'zod';
import type { Key } from '../table-keys.ts';

/** A table row as it is read: its key, and members that nobody has checked yet. */
export type StoredRow = Key & Record<string, unknown>;

/**
 * Makes the decoder of one type of row. The decoder returns the row itself and not zod's copy, so members that a newer
 * version added survive a read and a write, and the order of members stays. The schema must therefore be without
 * defaults and transformations.
 *
 * A newer version may add members inside the stored ones (`head`, `state`, `partner`, …). A new value of an enumeration
 * must be readable one version before it is written. Throws an error that names the key and each broken member, without
 * the stored values, because errors are logged.
 */
export function rowDecoder<Schema extends z.ZodObject>(
  schema: Schema,
): (row: StoredRow) => Key & z.output<Schema> {
  return (row) => decodeValue(schema, row, `${row.pk} ${row.sk}`);
}

/** The value, if it has the schema's shape; otherwise throws an error that names it by `key`. */
export function decodeValue<Schema extends z.ZodType, Value>(
  schema: Schema,
  value: Value,
  key: string,
): Value & z.output<Schema> {
  const checked = schema.safeParse(value);
  if (hasShape(value, checked)) return value;
  throw new Error(`${key} cannot be decoded: ${checked.error ? problems(checked.error) : ''}`);
}

/** The result of checking `value` says whether it has the shape. */
function hasShape<Value, Shape>(
  _value: Value,
  checked: z.ZodSafeParseResult<Shape>,
): _value is Value & Shape {
  return checked.success;
}

const problems = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join('; ');
