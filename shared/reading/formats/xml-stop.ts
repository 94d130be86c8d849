import type { Rejection } from '../../domain/outcome.ts';

/**
 * Thrown to stop the XML parser, which then reads nothing more of the document. The message of this error becomes the
 * detail of the rejection.
 */
export class XmlStop extends Error {
  readonly code: Rejection['code'];
  constructor(code: Rejection['code'], detail: string) {
    super(detail);
    this.code = code;
  }
}
