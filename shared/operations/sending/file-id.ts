import { extname } from 'node:path';
import { sha256 } from '../../domain/identity.ts';

/**
 * The article id for a file: its path without the extension. The path is relative to the folder that was given, with
 * slashes, so that sending the same folder again, from anywhere, updates the same articles.
 */
export function fileId(path: string): string {
  return idForUrl(path.slice(0, path.length - extname(path).length));
}

/** An id that can be a part of a URL's path: it has no `..` segments and no percent sign. */
export function idForUrl(path: string): string {
  const id = path.replaceAll('../', 'up/');
  return id.includes('%') || id === '' ? `file:${sha256(id).slice(0, 32)}` : id;
}
