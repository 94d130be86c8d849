import type * as z from 'zod';
import type { Result } from '../../domain/result.ts';
import { kindOfName } from '../item/signs.ts';

/** How often members are left out and the rest is read again. Each time may bring out a fault on a deeper level. */
const MAX_ATTEMPTS = 4;
/** A note names at most this many members, and quotes at most this many characters of each. */
const MAX_NAMED = 8;
const MAX_QUOTED = 80;

/**
 * Reads an object although some of its members have the wrong type. A member with the wrong type is left out, or, if
 * it is a list, the member of the list; a note names it. A member in `needed` has the text of the article, and a
 * member about publication (status, embargo) may say that it must not be shown: with the wrong type in one of these
 * the object is refused, and `reason` names the member.
 */
export function readLenient<T extends z.ZodType>(
  schema: T,
  value: unknown,
  needed: ReadonlySet<string>,
): Result<{ data: z.infer<T>; notes: string[] }, { reason: string }> {
  const leftOut = new Set<string>();
  const before = isObject(value) ? value : {};
  let rest = withoutScalars(value, needed, leftOut);
  for (let attempt = 0; ; attempt++) {
    const parsed = schema.safeParse(rest);
    if (parsed.success) {
      const names = [...leftOut].slice(0, MAX_NAMED).map((name) => {
        const quoted = JSON.stringify(before[name] ?? null).slice(0, MAX_QUOTED);
        return `${name.slice(0, 40)}: of another type; left out: ${quoted}`;
      });
      return { ok: true, data: parsed.data, notes: names };
    }
    const { issues } = parsed.error;
    const wanted = issues.find(({ path: [name] }) => isNeeded(name, needed)) ?? issues[0];
    if (
      wanted === undefined ||
      attempt === MAX_ATTEMPTS ||
      isNeeded(wanted.path[0], needed) ||
      !isObject(rest)
    )
      return { ok: false, reason: `${wanted?.path.join('.') ?? ''}: ${wanted?.message ?? ''}` };
    for (const { path } of issues) leftOut.add(String(path[0]));
    rest = without(rest, issues);
  }
}

/**
 * The object without numbers and truth values in its lists. No list has such members, and a fault for each of them
 * would take seconds in a long list.
 */
function withoutScalars(value: unknown, needed: ReadonlySet<string>, leftOut: Set<string>): unknown {
  if (!isObject(value)) return value;
  const isScalar = (member: unknown): boolean => typeof member === 'number' || typeof member === 'boolean';
  return Object.fromEntries(
    Object.entries(value).map(([name, list]): [string, unknown] => {
      if (!Array.isArray(list) || isNeeded(name, needed) || !list.some(isScalar)) return [name, list];
      leftOut.add(name);
      return [name, (list as unknown[]).filter((member) => !isScalar(member))];
    }),
  );
}

const isNeeded = (name: PropertyKey | undefined, needed: ReadonlySet<string>): boolean =>
  typeof name !== 'string' || needed.has(name) || kindOfName(name) !== undefined;

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** The object without the members, and without the members of lists, that have the wrong type. */
function without(
  value: Record<string, unknown>,
  issues: readonly z.core.$ZodIssue[],
): Record<string, unknown> {
  const wrong = new Map<string, Set<number> | 'all'>();
  for (const { path } of issues) {
    const [name, at] = [String(path[0]), path[1]];
    const known = wrong.get(name) ?? new Set<number>();
    const isWhole = known === 'all' || typeof at !== 'number' || !Array.isArray(value[name]);
    wrong.set(name, isWhole ? 'all' : known.add(at));
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
      const found = wrong.get(name);
      if (found === undefined) return [[name, member]];
      if (found === 'all' || !Array.isArray(member)) return [];
      return [[name, (member as unknown[]).filter((_, at) => !found.has(at))]];
    }),
  );
}

/** Values within values are read to this depth. */
const MAX_LEVELS = 8;

/** The value without members that are `null`: in JSON from strangers they mean the same as absent members. */
export function withoutNulls(value: unknown, level = 0): unknown {
  if (level > MAX_LEVELS || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    return value.filter((member) => member !== null).map((member) => withoutNulls(member, level + 1));
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]): [string, unknown][] =>
      member === null ? [] : [[name, withoutNulls(member, level + 1)]],
    ),
  );
}
