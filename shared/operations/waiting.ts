/** Calls `condition` until it returns true. Returns false if that does not happen within the time. */
export type Wait = (condition: () => Promise<boolean>, milliseconds: number) => Promise<boolean>;

/** How a long operation waits for the pipeline and reports its progress. The caller provides these functions. */
export interface Waiting {
  wait: Wait;
  /** Reports progress. */
  say: (text: string) => void;
  /** Reports a part of the work that did not happen in time. The operation does the other parts. */
  warn: (text: string) => void;
}
