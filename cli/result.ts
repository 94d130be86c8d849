import type { Done, Failure as OperationFailure, FailureCode, Refusal } from '../shared/operations/result.ts';
import { EXIT, Failure } from './failure.ts';

/** The exit code for each failure of an operation. */
const EXITS: Record<FailureCode, number> = {
  'article-never-erased': EXIT.failed,
  'article-not-erased': EXIT.failed,
  'article-reference': EXIT.usage,
  'article-unknown': EXIT.failed,
  'channel-in-use': EXIT.failed,
  'channel-unknown': EXIT.usage,
  'configuration-changed': EXIT.failed,
  'configuration-missing': EXIT.failed,
  'configuration-newer': EXIT.failed,
  'decision-invalid': EXIT.usage,
  'edge-full': EXIT.failed,
  'end-past': EXIT.usage,
  'feed-not-held': EXIT.failed,
  'feed-unknown': EXIT.usage,
  'ingest-unreachable': EXIT.unreachable,
  'instant-invalid': EXIT.usage,
  'partner-exists': EXIT.failed,
  'partner-unknown': EXIT.usage,
  'partner-unreadable': EXIT.failed,
  'partners-changed': EXIT.failed,
  'receipt-unknown': EXIT.failed,
  'source-unknown': EXIT.usage,
  'subscription-unknown': EXIT.usage,
  'target-ambiguous': EXIT.usage,
  'target-unknown': EXIT.usage,
  'token-rotated': EXIT.usage,
  'token-single': EXIT.usage,
};

/** For a failure, the sentence that names the command or option with which a person can follow the remedy. */
const COMMANDS: Partial<Record<FailureCode, string>> = {
  'article-unknown': 'See "wiredesk article list".',
  'channel-in-use': 'See "wiredesk partner unsubscribe".',
  'configuration-missing': 'Run "wiredesk apply wiredesk.yaml".',
  'decision-invalid': 'See --help.',
  'feed-not-held': 'See "wiredesk feed list".',
  'feed-unknown': 'See "wiredesk feed list".',
  'partner-exists': 'See "wiredesk partner show" and "wiredesk partner rotate".',
  'partner-unknown': 'See "wiredesk partner list".',
  'receipt-unknown': 'See "wiredesk receipt list".',
  'target-unknown': 'See "wiredesk feed list" and "wiredesk partner list".',
  'token-rotated': 'Use --again to replace the newer token, or --now to end both.',
  'token-single': 'Run the command without --again.',
};

/** Returns the value of an operation that succeeded, or throws the failure of an operation that failed. */
export function valueOf<Value>(result: Done<Value>): Value {
  if (result.ok) return result.value;
  throw commandFailure(result.failure);
}

/**
 * Throws the failure if the operation was refused. `hint` is printed after the remedy instead of the sentence in
 * `COMMANDS`.
 */
export function throwIf(refusal: Refusal | undefined, hint?: string): void {
  if (refusal !== undefined) throw commandFailure(refusal.failure, hint);
}

function commandFailure({ code, message, remedy }: OperationFailure, hint = COMMANDS[code]): Failure {
  return new Failure(message, hint === undefined ? remedy : `${remedy} ${hint}`, EXITS[code]);
}
