declare module 'html-encoding-sniffer' {
  /** The encoding that the document itself declares, as the HTML Standard or, with `xml`, as browsers find it. */
  export default function htmlEncodingSniffer(
    bytes: Uint8Array,
    options?: { xml?: boolean; transportLayerEncodingLabel?: string; defaultEncoding?: string },
  ): string;
}
