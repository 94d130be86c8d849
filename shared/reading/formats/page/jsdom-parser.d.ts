declare module '@mozilla/readability/JSDOMParser.js' {
  /** A node of Readability's own small DOM, with the members that `readable.ts` uses. */
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

  /** The parser of Readability's own small DOM, for well-formed markup. */
  export default class JSDOMParser {
    /** Throws if the markup is not well-formed. */
    parse(markup: string, address?: string): SmallDocument;
  }
}
