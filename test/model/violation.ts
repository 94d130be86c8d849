/** The pipeline broke a promise. The message says which one, with the facts. */
export class Violation extends Error {}
