declare module 'html-encoding-sniffer' {
  /**
   * The encoding that the document declares, found as the HTML Standard says or, with `xml`, in the XML declaration.
   */
  export default function htmlEncodingSniffer(
    bytes: Uint8Array,
    options?: { xml?: boolean; transportLayerEncodingLabel?: string; defaultEncoding?: string },
  ): string;
}
