declare module '@mozilla/readability/JSDOMParser.js' {
  /** A node of it, as far as it is read. */
  export interface SmallNode {
    nodeType: number;
    textContent: string;
    localName: string;
    attributes: { name: string; value: string }[];
    childNodes: SmallNode[];
  }

  /** Readability's own small DOM, over well-formed markup. */
  export default class JSDOMParser {
    /** Throws at markup that is not well-formed. */
    parse(markup: string, address?: string): Document;
  }
}
