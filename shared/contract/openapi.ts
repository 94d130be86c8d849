import * as z from 'zod';
import { INGEST_API_CODES, type IngestApiCode } from '../domain/ingest-api-codes.ts';
import { INPUT_FORMATS } from '../domain/media-type.ts';
import { acceptedSchema, problemSchema, receiptViewSchema } from './api-answers.ts';
import { PROBLEM_MEDIA_TYPE } from './problem.ts';

/** A route of the ingest API, and the codes of its refusals. The types of requests and answers follow from these. */
interface Operation {
  method: 'get' | 'put' | 'post' | 'delete';
  path: string;
  id: string;
  summary: string;
  takes?: 'article' | 'reason';
  answers: 202 | 200;
  codes: readonly IngestApiCode[];
}

const SENDING: readonly IngestApiCode[] = ['KEY_INVALID', 'UNAUTHORISED', 'KEY_REUSED'];
const BODY: readonly IngestApiCode[] = ['ENCODING_EMPTY', 'SIZE_BODY', 'MEDIA_TYPE'];
const BY_GATEWAY: readonly IngestApiCode[] = ['REQUEST_INVALID', 'TOO_MANY_REQUESTS', 'UNAVAILABLE'];

export const OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/sources/{source}/submissions',
    id: 'sendSubmission',
    summary: 'Sends articles that contain their own ids.',
    takes: 'article',
    answers: 202,
    codes: [...SENDING, ...BODY, 'QUOTA_EXCEEDED'],
  },
  {
    method: 'put',
    path: '/v1/sources/{source}/articles/{id}',
    id: 'putArticle',
    summary: 'Sends or replaces one article.',
    takes: 'article',
    answers: 202,
    codes: [...SENDING, ...BODY, 'FIELD_ID', 'ERASED', 'QUOTA_EXCEEDED'],
  },
  {
    method: 'delete',
    path: '/v1/sources/{source}/articles/{id}',
    id: 'killArticle',
    summary: 'Kills an article: it leaves every feed, and stays away until a person restores it.',
    takes: 'reason',
    answers: 202,
    codes: [...SENDING, 'FIELD_ID', 'ERASED'],
  },
  {
    method: 'get',
    path: '/v1/receipts/{receipt}',
    id: 'readReceipt',
    summary: 'Reports the outcome of each item of a submission.',
    answers: 200,
    codes: ['UNAUTHORISED', 'RECEIPT_UNKNOWN'],
  },
];

const ANSWERS = {
  200: { schema: 'Receipt', description: 'The receipt.' },
  202: { schema: 'Accepted', description: 'The submission is accepted.' },
} as const;

const schemaOf = (schema: z.ZodType): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'output' });
  return rest;
};
const reference = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** The OpenAPI document of the ingest API (OpenAPI 3.1). */
export function openApiDocument(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationObject(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Wiredesk ingest API',
      version: '1',
      description:
        'Sources send articles here. The address is the output IngestUrl of the stack; on the local cloud it is in endpoints.json. Every other address or method answers 404 with the code ADDRESS_UNKNOWN.',
    },
    servers: [{ url: '{ingest}', variables: { ingest: { default: 'http://127.0.0.1:4511/live' } } }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'The token of a source.' } },
      schemas: {
        Accepted: schemaOf(acceptedSchema),
        Receipt: schemaOf(receiptViewSchema),
        Problem: schemaOf(problemSchema),
      },
    },
  };
}

function operationObject({ path, id, summary, takes, answers, codes }: Operation): object {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const { schema, description } = ANSWERS[answers];
  return {
    operationId: id,
    summary,
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...(takes === undefined
        ? []
        : [header('Idempotency-Key', 'Makes it safe to repeat the request.', 255)]),
      ...(takes === 'reason' ? [header('Wiredesk-Reason', 'The reason, percent-encoded; one line.')] : []),
      ...(takes === 'article' ? [header('Content-Encoding', 'gzip, or nothing.')] : []),
    ],
    ...(takes === 'article' && {
      requestBody: {
        required: true,
        content: Object.fromEntries(Object.keys(INPUT_FORMATS).map((type) => [type, {}])),
      },
    }),
    responses: {
      [answers]: { description, content: { 'application/json': { schema: reference(schema) } } },
      ...refusals([...codes, ...BY_GATEWAY]),
    },
  };
}

const header = (name: string, description: string, maxLength?: number): object => ({
  name,
  in: 'header',
  description,
  schema: { type: 'string', ...(maxLength !== undefined && { minLength: 1, maxLength }) },
});

/** API Gateway's own answers with 429 do not have this header. */
const RETRY_AFTER = {
  'Retry-After': {
    description: 'With QUOTA_EXCEEDED: the seconds until the next hour begins.',
    schema: { type: 'integer', minimum: 1, maximum: 3600 },
  },
};

/** A response for each status, with the meanings of its codes. */
function refusals(codes: readonly IngestApiCode[]): Record<string, object> {
  const byStatus = Map.groupBy(codes, (code) => INGEST_API_CODES[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, own]) => [
      status,
      {
        description: own.map((code) => `${code}: ${INGEST_API_CODES[code].means}`).join(' '),
        ...(own.includes('QUOTA_EXCEEDED') && { headers: RETRY_AFTER }),
        // API Gateway gives its own answers, such as 429, the media type of JSON.
        content: Object.fromEntries(
          [PROBLEM_MEDIA_TYPE, 'application/json'].map((type) => [type, { schema: reference('Problem') }]),
        ),
      },
    ]),
  );
}
