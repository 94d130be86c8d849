/** The end of a local cloud that cannot go on, for example because the disk is full. */
export interface FailureSwitch {
  /** Resolves with the first error. */
  failed: Promise<Error>;
  fail(error: Error): void;
  hasFailed(): boolean;
}

export function createFailureSwitch(): FailureSwitch {
  const { promise, resolve } = Promise.withResolvers<Error>();
  let failed = false;
  return {
    failed: promise,
    fail(error) {
      failed = true;
      resolve(error);
    },
    hasFailed: () => failed,
  };
}

/** The result of work on a local cloud. Throws as soon as the local cloud has failed: the work could wait for ever. */
export const orFailure = <Result>(failed: Promise<Error>, work: Promise<Result>): Promise<Result> =>
  Promise.race([
    work,
    failed.then((error) => {
      throw error;
    }),
  ]);
