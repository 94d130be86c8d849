import { isDeepStrictEqual } from 'node:util';

/**
 * One difference, such as `~ channel news: title`, and its effects, one line each. `what` begins with `+` (added),
 * `-` (removed) or `~` (changed).
 */
export interface Difference {
  what: string;
  effects: string[];
}

/** A value before and after the change. `before` is undefined if there was no configuration. */
interface Versions<Value> {
  before: Value | undefined;
  after: Value;
}

/** Compares two lists by id. `effectsOf` returns the effects when the item with this id changes. */
export function differencesById(
  kind: string,
  { before, after }: Versions<readonly { id: string }[]>,
  effectsOf: (id: string) => string[],
): Difference[] {
  const old = new Map(before?.map((item) => [item.id, item]));
  const current = new Map(after.map((item) => [item.id, item]));
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((id) =>
    difference(`${kind} ${id}`, { before: old.get(id), after: current.get(id) }, () => effectsOf(id)),
  );
}

/** The difference between two values as they are stored; an empty list if they are equal. */
export function difference(
  what: string,
  { before, after }: Versions<unknown>,
  effectsOf: () => string[],
): Difference[] {
  const [was, is] = [stored(before), stored(after)];
  if (isDeepStrictEqual(was, is)) return [];
  const change = was === undefined ? '+' : is === undefined ? '-' : '~';
  const fields = change === '~' ? changedFields(was, is) : '';
  return [{ what: `${change} ${what}${fields}`, effects: effectsOf() }];
}

/** Names of the members that differ. */
function changedFields(was: unknown, is: unknown): string {
  if (typeof was !== 'object' || typeof is !== 'object' || was === null || is === null) return '';
  const [before, after] = [new Map(Object.entries(was)), new Map(Object.entries(is))];
  const names = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => !isDeepStrictEqual(before.get(name), after.get(name)),
  );
  return names.length === 0 ? '' : `: ${names.join(', ')}`;
}

/** Removes members that are undefined. A stored value then equals the value from which it was written. */
function stored(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
