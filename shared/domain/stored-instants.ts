import * as z from 'zod';
import { withinRange } from './instant.ts';
import { instantSchema } from './stored-text.ts';

/** Returns the value itself, or a copy in which some instants are replaced. */
type Repair = (value: unknown) => unknown;

/**
 * Makes the function that brings the instants of a stored value into the range of instants. A version of Wiredesk that
 * did not limit the years stored `+010000-…` for an embargo until the end of 9999 in another time zone. Compared as
 * text, this embargo would be over. `schema` says which members are instants; all other members stay as they are. A
 * value without such an instant is returned itself.
 */
export function instantsWithinRange(schema: z.ZodType): <Value>(value: Value) => Value {
  const repair = repairOf(schema);
  return <Value>(value: Value) => (repair === undefined ? value : (repair(value) as Value));
}

function repairOf(schema: unknown): Repair | undefined {
  if (schema === instantSchema) return (value) => (typeof value === 'string' ? withinRange(value) : value);
  if (schema instanceof z.ZodObject) return repairMembers(Object.entries(schema.shape));
  if (schema instanceof z.ZodArray) return repairValues(repairOf(schema.element));
  if (schema instanceof z.ZodRecord) return repairValues(repairOf(schema.valueType));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional)
    return repairOf(schema.unwrap());
  if (schema instanceof z.ZodUnion) return inTurn(schema.options.map(repairOf));
  return undefined;
}

function repairMembers(shape: readonly (readonly [string, unknown])[]): Repair | undefined {
  const repairs = shape.flatMap(([name, schema]): [string, Repair][] => {
    const repair = repairOf(schema);
    return repair === undefined ? [] : [[name, repair]];
  });
  if (repairs.length === 0) return undefined;
  return (value) => {
    if (!isObject(value)) return value;
    const changed = repairs.flatMap(([name, repair]): [string, unknown][] => {
      const after = repair(value[name]);
      return after === value[name] ? [] : [[name, after]];
    });
    return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) };
  };
}

/** Repairs each element of a list, or each value of a record. */
function repairValues(repair: Repair | undefined): Repair | undefined {
  if (repair === undefined) return undefined;
  return (value) => {
    if (isList(value)) {
      const after = value.map(repair);
      return after.some((element, index) => element !== value[index]) ? after : value;
    }
    if (!isObject(value)) return value;
    const changed = Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
      const after = repair(member);
      return after === member ? [] : [[name, after]];
    });
    return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) };
  };
}

/** A value has the shape of one of the options. The repairs of the other options find nothing to change in it. */
function inTurn(repairs: readonly (Repair | undefined)[]): Repair | undefined {
  if (repairs.every((repair) => repair === undefined)) return undefined;
  return (value) =>
    repairs.reduce((result, repair) => (repair === undefined ? result : repair(result)), value);
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
