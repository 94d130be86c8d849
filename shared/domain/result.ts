/**
 * What a function returns when both outcomes are expected: `ok` says which, and each side has named members.
 * An exception is for an unexpected failure, and means "try again".
 */
export type Result<Success extends object, Failure extends object> =
  ({ ok: true } & Success) | ({ ok: false } & Failure);
