import { extname } from 'node:path';
import { sha256 } from '../../domain/identity.ts';

/**
 * The article id for a file: its path without the extension. The path is relative to the folder that the user named,
 * with slashes, so that sending the same folder again, from anywhere, updates the same articles.
 */
export function fileId(path: string): string {
  return idForUrl(path.slice(0, path.length - extname(path).length));
}

/**
 * Makes from a path an id that can be a part of a URL: each `../` becomes `up/`, and a path with a percent sign is
 * replaced by its hash.
 */
export function idForUrl(path: string): string {
  const id = path.replaceAll('../', 'up/');
  return id.includes('%') || id === '' ? `file:${sha256(id).slice(0, 32)}` : id;
}
