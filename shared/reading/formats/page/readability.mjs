// Mozilla's Readability, in a file of its own: readable.ts reads it when an article is a whole page.
export { Readability } from '@mozilla/readability';
export { default as JSDOMParser } from '@mozilla/readability/JSDOMParser.js';
