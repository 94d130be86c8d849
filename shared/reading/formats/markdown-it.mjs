// The Markdown parser, in a file of its own: markdown.ts reads it when an article is in Markdown.
export { default } from 'markdown-it';
