import type { Session } from '../../cli/session.ts';

type Cloud = Session['cloud'];
type Call = Parameters<Parameters<Cloud['intercept']>[0]>[0];

export interface PausedCalls {
  /** Resolves when the first matching call is made. */
  first: Promise<void>;
  /** Lets all paused calls continue. */
  resume(): void;
}

/** Pauses all calls to the local cloud for which `matches` is true, from now until `resume`. */
export function pauseCalls(cloud: Cloud, matches: (call: Call) => boolean): PausedCalls {
  const first = Promise.withResolvers<void>();
  const resumed = Promise.withResolvers<void>();
  const stopIntercepting = cloud.intercept(async (call) => {
    if (!matches(call)) return;
    first.resolve();
    await resumed.promise;
  });
  return {
    first: first.promise,
    resume() {
      resumed.resolve();
      stopIntercepting();
    },
  };
}

/** A PUT of a document into the feed bucket. */
export const isPutOfDocument = ({ action, resource }: Call): boolean =>
  action === 's3:PutObject' && resource.includes('/feeds/');
