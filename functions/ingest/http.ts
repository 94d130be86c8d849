import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { DECISION_MEDIA_TYPE, type DecisionBody } from '../../shared/contract/messages.ts';
import { type IngestServices, ingest, type Submit } from './ingest.ts';
import { readOwnReceipt, type ReceiptServices } from './rules/read-receipt.ts';

/** HTTP in, HTTP out, for API Gateway's REST proxy event (payload version 1.0). */
export async function respond(
  event: APIGatewayProxyEvent,
  services: IngestServices & ReceiptServices,
): Promise<APIGatewayProxyResult> {
  const { receipt } = event.pathParameters ?? {};
  const token = bearerToken(header(event, 'authorization'));
  if (event.httpMethod === 'GET') {
    const view = receipt === undefined ? undefined : await readOwnReceipt(receipt, token, services);
    return view
      ? json(200, view)
      : json(404, { code: 'RECEIPT_UNKNOWN', message: 'there is no such receipt' });
  }
  const answer = await ingest(submitOf(event, token), services);
  if (answer.status !== 202) return json(answer.status, { code: answer.code, message: answer.message });
  return json(202, { receipt: answer.receipt, status: `/v1/receipts/${answer.receipt}` });
}

function submitOf(event: APIGatewayProxyEvent, token: string | undefined): Submit {
  const declaredId = event.pathParameters?.['id'];
  const idempotencyKey = header(event, 'idempotency-key');
  const request = {
    source: event.pathParameters?.['source'] ?? '',
    token,
    ...(declaredId !== undefined && { declaredId: decoded(declaredId).normalize('NFC') }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  };
  if (event.httpMethod === 'DELETE') {
    const reason = decoded(header(event, 'wiredesk-reason') ?? '')
      .trim()
      .slice(0, 1000);
    const decision: DecisionBody = {
      action: 'kill',
      by: `source ${request.source}`,
      ...(reason !== '' && { reason }),
    };
    return {
      ...request,
      kind: 'decision',
      mediaType: DECISION_MEDIA_TYPE,
      bytes: Buffer.from(JSON.stringify(decision)),
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

/** Field names are case-insensitive (RFC 9110 section 5.1); API Gateway passes them as sent. */
function header(event: APIGatewayProxyEvent, name: string): string | undefined {
  const entry = Object.entries(event.headers).find(([key]) => key.toLowerCase() === name);
  return entry?.[1];
}

function bearerToken(value: string | undefined): string | undefined {
  return /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(value ?? '')?.[1];
}

/** Percent-encoding taken off, where the text has any that is valid. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function json(statusCode: number, body: unknown): APIGatewayProxyResult {
  return {
    statusCode,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}
