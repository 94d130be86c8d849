import { extname } from 'node:path';
import { sha256 } from '../../domain/identity.ts';

/**
 * The declared id of the article in a file: the path of the file without its extension. `path` is relative to the
 * folder that the user named (cli/files.ts), and has slashes on every system. So when the user sends the same folder again, from any
 * working directory, the same articles are updated.
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
