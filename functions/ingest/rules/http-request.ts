import type { APIGatewayProxyEvent } from 'aws-lambda';
import { DECISION_MEDIA_TYPE, type DecisionBody, type Envelope } from '../../../shared/contract/messages.ts';

/** What a client asks for, in a form that does not depend on HTTP. */
export type Request =
  { kind: 'receipt'; receipt: string | undefined; token: string | undefined } | SubmissionRequest;

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

/** The largest length of the reason for a kill, in characters. A longer reason is cut. */
const MAX_REASON = 1000;

/** Reads API Gateway's REST proxy event, payload version 1.0. The gateway passes on only the routes of the API. */
export function parseRequest(event: APIGatewayProxyEvent): Request {
  const token = bearerToken(header(event, 'authorization'));
  if (event.httpMethod === 'GET')
    return { kind: 'receipt', receipt: event.pathParameters?.['receipt'], token };
  const declaredId = event.pathParameters?.['id'];
  const idempotencyKey = header(event, 'idempotency-key');
  const request = {
    source: event.pathParameters?.['source'] ?? '',
    token,
    ...(declaredId !== undefined && { declaredId: percentDecoded(declaredId).normalize('NFC') }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  };
  if (event.httpMethod === 'DELETE') {
    return {
      ...request,
      kind: 'decision',
      mediaType: DECISION_MEDIA_TYPE,
      bytes: Buffer.from(JSON.stringify(killBy(request.source, header(event, 'wiredesk-reason')))),
    };
  }
  const contentEncoding = header(event, 'content-encoding');
  return {
    ...request,
    ...(contentEncoding !== undefined && { contentEncoding }),
    kind: 'content',
    mediaType: header(event, 'content-type') ?? '',
    bytes: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
  };
}

function killBy(source: string, reasonField = ''): DecisionBody {
  const reason = percentDecoded(reasonField).trim().slice(0, MAX_REASON);
  return { action: 'kill', by: `source ${source}`, ...(reason !== '' && { reason }) };
}

/** Field names are case-insensitive (RFC 9110 section 5.1). API Gateway passes them on as they were sent. */
function header(event: APIGatewayProxyEvent, name: string): string | undefined {
  const entry = Object.entries(event.headers).find(([key]) => key.toLowerCase() === name);
  return entry?.[1];
}

function bearerToken(value: string | undefined): string | undefined {
  return /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(value ?? '')?.[1];
}

/** Decodes the percent-encoding of a text. A text whose percent-encoding is malformed is returned unchanged. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
