/**
 * A value that is made at its first use and kept. For a table or a pattern that is expensive to make: a function that
 * starts does not wait for what its first message may not need.
 */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
