import {
  DECISION_MEDIA_TYPE,
  type DecisionBody,
  type Envelope,
  reasonLine,
} from '../../../shared/contract/messages.ts';

/** What a client asks for, in a form that does not depend on HTTP. */
export type Request = ReceiptRequest | SubmissionRequest | { kind: 'unknown' };

export interface ReceiptRequest {
  kind: 'receipt';
  receipt: string | undefined;
  token: string | undefined;
}

export interface SubmissionRequest {
  kind: Envelope['kind'];
  source: string;
  token: string | undefined;
  mediaType: string;
  /** The compression that the client declares for the body (RFC 9110 section 8.4), as the client wrote it. */
  contentEncoding?: string;
  declaredId?: string;
  idempotencyKey?: string;
  bytes: Uint8Array;
}

/**
 * The parts of API Gateway's REST proxy event, payload version 1.0, that are read here. APIGatewayProxyEvent has
 * them. Nothing about them is certain except their types, because strangers send them.
 */
export interface HttpEvent {
  httpMethod: string;
  headers?: Record<string, string | undefined> | null;
  multiValueHeaders?: Record<string, string[] | undefined> | null;
  pathParameters?: Record<string, string | undefined> | null;
  body?: string | null;
  isBase64Encoded?: boolean | null;
}

/** Reads a request. Never throws, whatever the client sent. */
export function parseRequest(event: HttpEvent): Request {
  const token = bearerToken(header(event, 'authorization'));
  switch (event.httpMethod) {
    case 'GET':
      return { kind: 'receipt', receipt: event.pathParameters?.['receipt'], token };
    case 'DELETE':
      return killRequest(event, token);
    case 'POST':
    case 'PUT':
      return contentRequest(event, token);
    default:
      return { kind: 'unknown' };
  }
}

type Addressed = Pick<SubmissionRequest, 'source' | 'token' | 'declaredId' | 'idempotencyKey'>;

function addressed(event: HttpEvent, token: string | undefined): Addressed {
  const declaredId = event.pathParameters?.['id'];
  const idempotencyKey = header(event, 'idempotency-key');
  return {
    source: event.pathParameters?.['source'] ?? '',
    token,
    ...(declaredId !== undefined && { declaredId: percentDecoded(declaredId).normalize('NFC') }),
    ...(idempotencyKey !== undefined && { idempotencyKey: idempotencyKey.trim() }),
  };
}

function contentRequest(event: HttpEvent, token: string | undefined): SubmissionRequest {
  const contentEncoding = header(event, 'content-encoding');
  return {
    ...addressed(event, token),
    ...(contentEncoding !== undefined && { contentEncoding }),
    kind: 'content',
    mediaType: header(event, 'content-type') ?? '',
    bytes: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
  };
}

function killRequest(event: HttpEvent, token: string | undefined): SubmissionRequest {
  const request = addressed(event, token);
  return {
    ...request,
    kind: 'decision',
    mediaType: DECISION_MEDIA_TYPE,
    bytes: Buffer.from(JSON.stringify(killBy(request.source, header(event, 'wiredesk-reason')))),
  };
}

function killBy(source: string, reasonField = ''): DecisionBody {
  const reason = reasonLine(percentDecoded(reasonField));
  return { action: 'kill', by: `source ${source}`, ...(reason !== '' && { reason }) };
}

/**
 * The value of a field. Field names are case-insensitive (RFC 9110 section 5.1); API Gateway passes them on as they
 * were sent. The values of a repeated field are joined with commas (section 5.3), so a repeated Authorization or
 * Content-Type field is malformed and is refused.
 */
function header({ headers, multiValueHeaders }: HttpEvent, name: string): string | undefined {
  const isNamed = ([key]: [string, unknown]): boolean => key.toLowerCase() === name;
  const repeated = Object.entries(multiValueHeaders ?? {}).filter(isNamed);
  const values = repeated.flatMap(([, all = []]) => all);
  if (values.length > 0) return values.join(', ');
  return Object.entries(headers ?? {}).find(isNamed)?.[1];
}

/** RFC 6750 section 2.1. Wiredesk's own tokens have 43 characters. */
function bearerToken(value: string | undefined): string | undefined {
  return /^Bearer +([A-Za-z0-9._~+/-]{1,512}={0,2})$/i.exec(value ?? '')?.[1];
}

/** Decodes the percent-encoding of a text. A text whose percent-encoding is malformed is returned unchanged. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
