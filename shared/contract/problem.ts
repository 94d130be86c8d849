import { INPUT_FORMATS } from '../domain/media-type.ts';
import { INGEST_API_CODES, type IngestApiCode } from '../domain/ingest-api-codes.ts';
import { MAX_BODY_BYTES } from './stages.ts';

/** The media type of an error answer (RFC 9457). */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** The content codings of a body that Wiredesk reads. */
export const CONTENT_CODINGS = ['gzip', 'identity'] as const;

/**
 * The body of an error answer of the ingest API: the members of RFC 9457, and the code. The code says which problem
 * it is, so the type is `about:blank` and the title is that of the status (RFC 9457 section 4.2.1). `message` repeats
 * `detail` for senders that read the answers of earlier versions.
 */
export interface Problem {
  type: 'about:blank';
  title: string;
  status: number;
  detail: string;
  code: IngestApiCode;
  message: string;
  /** With MEDIA_TYPE: what Wiredesk reads. */
  acceptedTypes?: string[];
  acceptedCodings?: string[];
  /** With SIZE_BODY: the largest body in bytes. */
  maxBytes?: number;
}

type Status = (typeof INGEST_API_CODES)[IngestApiCode]['status'];

/** The phrases of RFC 9110 section 15 and RFC 6585 section 4. */
const TITLES: Record<Status, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

/** Members that say what the sender may send instead. */
const FACTS: Partial<Record<IngestApiCode, Partial<Problem>>> = {
  MEDIA_TYPE: {
    acceptedTypes: Object.keys(INPUT_FORMATS).toSorted(),
    acceptedCodings: [...CONTENT_CODINGS],
  },
  SIZE_BODY: { maxBytes: MAX_BODY_BYTES },
};

/** The body of the error answer with this code. `detail`: what was wrong with this request. */
export function problemOf(code: IngestApiCode, detail: string = INGEST_API_CODES[code].means): Problem {
  const { status } = INGEST_API_CODES[code];
  return {
    type: 'about:blank',
    title: TITLES[status],
    status,
    detail,
    code,
    message: detail,
    ...FACTS[code],
  };
}
