declare module '@mozilla/readability/JSDOMParser.js' {
  /** Readability's own small DOM, over well-formed markup. */
  export default class JSDOMParser {
    /** Throws at markup that is not well-formed. */
    parse(markup: string, address?: string): Document;
  }
}
