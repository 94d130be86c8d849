declare module '@mozilla/readability/JSDOMParser.js' {
  /** A node of it, as far as it is used. */
  export interface SmallNode {
    nodeType: number;
    textContent: string;
    localName: string;
    attributes: { name: string; value: string }[];
    childNodes: SmallNode[];
    appendChild(child: SmallNode): void;
    setAttribute(name: string, value: string): void;
  }

  export interface SmallDocument {
    head: SmallNode;
    body: SmallNode;
    title: string;
    createElement(tag: string): SmallNode;
    createTextNode(text: string): SmallNode;
  }

  /** Readability's own small DOM, over well-formed markup. */
  export default class JSDOMParser {
    /** Throws at markup that is not well-formed. */
    parse(markup: string, address?: string): SmallDocument;
  }
}
