/**
 * What a function returns when success and failure are both expected. `ok` tells them apart, and each has named
 * members. An exception is for an unexpected failure, and means "try again".
 */
export type Result<Success extends object, Failure extends object> =
  ({ ok: true } & Success) | ({ ok: false } & Failure);
