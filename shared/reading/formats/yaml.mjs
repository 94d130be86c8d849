// The YAML parser, in a file of its own: front-matter.ts reads it when an article has front matter.
export { parse } from 'yaml';
