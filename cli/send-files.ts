import { randomUUID } from 'node:crypto';
import type { IngestApi } from '../shared/operations/sending/ingest-api.ts';
import {
  keyOfContents,
  type Sent,
  sendFiles,
  type SubmissionFile,
} from '../shared/operations/sending/send.ts';
import { valueOf } from './result.ts';
import { pause } from './waiting.ts';

interface SendOptions {
  /** If true, a file that is sent again with the same bytes makes no new submission. */
  repeatable?: boolean;
  onSent?: (count: number) => void;
}

/** Sends files over HTTP, each as one submission. */
export async function send(
  files: readonly SubmissionFile[],
  api: IngestApi,
  { repeatable = false, onSent = () => {} }: SendOptions = {},
): Promise<Sent[]> {
  const keyOf = repeatable ? keyOfContents : (): string => randomUUID();
  return valueOf(await sendFiles(files, api, { http: fetch, pause, keyOf, onSent }));
}
