import type { APIGatewayProxyResult } from 'aws-lambda';
import { PROBLEM_MEDIA_TYPE } from '../../../shared/contract/problem.ts';
import type { Answer, Refusal } from './answer.ts';

/** The HTTP response to a request. */
export function httpResponse(answer: Answer): APIGatewayProxyResult {
  switch (answer.status) {
    case 202:
      return json(202, { receipt: answer.receipt, status: `/v1/receipts/${answer.receipt}` });
    case 200:
      return json(200, answer.view);
    default:
      return refused(answer);
  }
}

function refused({ status, problem, retryAfterSeconds }: Refusal): APIGatewayProxyResult {
  const response = json(status, problem, PROBLEM_MEDIA_TYPE);
  if (retryAfterSeconds === undefined) return response;
  // RFC 9110 section 10.2.3.
  return { ...response, headers: { ...response.headers, 'retry-after': String(retryAfterSeconds) } };
}

function json(statusCode: number, body: object, mediaType = 'application/json'): APIGatewayProxyResult {
  return {
    statusCode,
    headers: { 'content-type': `${mediaType}; charset=utf-8` },
    body: JSON.stringify(body),
  };
}
