/**
 * A value that is made at its first use and kept. For a table or a pattern that is expensive to make: a function that
 * starts does not wait for what its first message may not need.
 */
export function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
