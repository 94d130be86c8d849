import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Answer } from './answer.ts';

/** The HTTP response to a submission. */
export function submissionResponse(answer: Answer): APIGatewayProxyResult {
  if (answer.status !== 202) return json(answer.status, { code: answer.code, message: answer.message });
  return json(202, { receipt: answer.receipt, status: `/v1/receipts/${answer.receipt}` });
}

/** The HTTP response to a request for a receipt. Without a `view`, the client gets 404. */
export function receiptResponse(view: object | undefined): APIGatewayProxyResult {
  return view ? json(200, view) : json(404, { code: 'RECEIPT_UNKNOWN', message: 'there is no such receipt' });
}

function json(statusCode: number, body: object): APIGatewayProxyResult {
  return {
    statusCode,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}
