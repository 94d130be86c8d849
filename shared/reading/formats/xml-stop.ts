import type { Rejection } from '../../domain/outcome.ts';

/** Stops the XML parser: no text after this point is read. The message is the detail of the rejection. */
export class XmlStop extends Error {
  readonly code: Rejection['code'];
  constructor(code: Rejection['code'], detail: string) {
    super(detail);
    this.code = code;
  }
}
