import { EXIT } from './exit.ts';

/** What a person reads about an error of the machine. */
interface Words {
  message: string;
  remedy: string;
  exit: number;
}

interface Fields {
  message: string;
  name: string;
  code: string;
  path: string;
  port: string;
}

/**
 * Errors of the operating system, of SQLite and of the AWS SDK that are no defect of Wiredesk. The first entry that
 * matches the error's code, name or message is used.
 */
const SYSTEM_ERRORS: readonly [pattern: RegExp, words: (error: Fields) => Words][] = [
  [
    /^EADDRINUSE$/,
    ({ port }) => ({
      message: `port ${port} is used by another program`,
      remedy:
        'Choose another port with --port N, or free ports with --port 0. Wiredesk needs N, N+1 and N+2.',
      exit: EXIT.failed,
    }),
  ],
  [
    /another local cloud is running/,
    ({ message }) => ({
      message,
      remedy: 'Stop it, or give another directory with --state DIR.',
      exit: EXIT.failed,
    }),
  ],
  [
    /^(ENOSPC|EDQUOT|EFBIG)$|disk is full|disk I\/O error/,
    ({ path }) => ({
      message: `the disk is full${path && `: ${path}`}`,
      remedy: 'Free some space and start again. What was accepted before is kept.',
      exit: EXIT.failed,
    }),
  ],
  [
    /^(EACCES|EPERM|EROFS)$|readonly database|unable to open database/,
    ({ path, message }) => ({
      message: path ? `${path} cannot be read or written` : message,
      remedy: 'Check the permissions, or give another directory with --state DIR.',
      exit: EXIT.usage,
    }),
  ],
  [
    /^(ENOENT|ENOTDIR|EISDIR|EEXIST|ELOOP|ENAMETOOLONG)$/,
    ({ path, code }) => ({
      message: `${path} cannot be used (${code})`,
      remedy: 'Check the path.',
      exit: EXIT.usage,
    }),
  ],
  [
    /file is not a database|disk image is malformed/,
    ({ message }) => ({
      message: `the state of the local cloud cannot be read: ${message}`,
      remedy: 'Give another directory with --state DIR, or delete this one to start anew.',
      exit: EXIT.failed,
    }),
  ],
  [
    /^(EMFILE|ENFILE)$/,
    () => ({
      message: 'too many files are open',
      remedy: 'Raise the limit with "ulimit -n 4096".',
      exit: EXIT.failed,
    }),
  ],
  [
    /^(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|TimeoutError)$/,
    ({ message, code }) => ({
      message: `the pipeline does not answer (${message || code})`,
      remedy: 'Start the local cloud with "npm start", or check the network and AWS_REGION.',
      exit: EXIT.unreachable,
    }),
  ],
  [
    /^(CredentialsProviderError|ExpiredTokenException|UnrecognizedClientException|AccessDenied(Exception)?)$/,
    ({ message }) => ({
      message: `AWS does not accept your credentials: ${message}`,
      remedy: 'Check them with "aws sts get-caller-identity".',
      exit: EXIT.unreachable,
    }),
  ],
];

/** The words for an error of the machine; undefined if the error is none of those. */
export function systemError(error: unknown): Words | undefined {
  const field = (name: string): string => {
    const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const fields = {
    ...{ message: field('message'), name: field('name'), code: field('code') },
    ...{ path: field('path'), port: field('port') },
  };
  const marks = [fields.code, fields.name, fields.message];
  const known = SYSTEM_ERRORS.find(([pattern]) => marks.some((mark) => pattern.test(mark)));
  return known?.[1](fields);
}
