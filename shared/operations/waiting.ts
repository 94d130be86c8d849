/** Calls `isSo` until it gives true. Gives false if that did not happen within the time. */
export type Wait = (isSo: () => Promise<boolean>, milliseconds: number) => Promise<boolean>;

/** How a long operation waits for the pipeline, and what it reports meanwhile. The caller decides how. */
export interface Waiting {
  wait: Wait;
  /** Reports progress. */
  say: (text: string) => void;
  /** Reports what did not happen in time. The operation does the rest. */
  warn: (text: string) => void;
}
