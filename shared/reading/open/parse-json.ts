import type { Rejection } from '../../domain/outcome.ts';
import type { Result } from '../../domain/result.ts';
import { rejected } from '../draft/draft.ts';
import { scanJson } from './json-scan.ts';

/** The largest number of levels of values within values. ninjs nests its associations three levels deep. */
const MAX_JSON_LEVELS = 100;

/** A JSON value, and notes on what was ambiguous in the text. */
export type ParsedJson = Result<{ value: unknown; notes: string[] }, { rejection: Rejection }>;

/** Parses JSON (RFC 8259) that is within the limit of levels. Rejections: JSON_TOO_DEEP, JSON_INVALID. */
export function parseJson(text: string): ParsedJson {
  const { depth, repeated } = scanJson(text);
  if (depth > MAX_JSON_LEVELS) return rejected('JSON_TOO_DEEP', `more than ${MAX_JSON_LEVELS} levels`);
  const notes = repeated.map((key) => `an object has the key ${key} twice; the last value counts`);
  try {
    return { ok: true, value: JSON.parse(text), notes };
  } catch (error) {
    return rejected('JSON_INVALID', error instanceof Error ? error.message : String(error));
  }
}

/** A line of newline-delimited JSON. `parsed` is set if the line was already parsed to recognise the document. */
export interface JsonLine {
  text: string;
  parsed?: ParsedJson;
}

export function jsonLines(text: string): JsonLine[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ text: line }]));
}
