import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import { sha256 } from '../shared/domain/identity.ts';
import { EXIT, Failure } from './failure.ts';

/** A file to send, and the id its article goes by if it does not name one itself. */
export interface ArticleFile {
  path: string;
  id: string;
}

/**
 * The files under the given paths, in order of name; hidden ones are passed over. An id is the path within the folder
 * that was given, without its ending, so that the same folder sent from elsewhere updates the same articles. Throws a
 * Failure for a path that is not there.
 */
export function filesUnder(paths: readonly string[]): ArticleFile[] {
  const files = paths.flatMap((path): ArticleFile[] => {
    const kind = statSync(path, { throwIfNoEntry: false });
    if (kind === undefined) {
      throw new Failure(`${path} is not there`, 'Give files or folders of articles.', EXIT.usage);
    }
    if (!kind.isDirectory()) return [{ path, id: idOf(basename(path)) }];
    return filesIn(path).map((file) => ({ path: file, id: idOf(relative(path, file)) }));
  });
  return withOwnIds(files);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
    });
}

function idOf(path: string): string {
  return fitForPath(path.slice(0, path.length - extname(path).length));
}

/** An id in a URL's path has no dot segments and no percent sign. */
function fitForPath(path: string): string {
  const id = path.split(sep).join('/').replaceAll('../', 'up/');
  return id.includes('%') || id === '' ? `file:${sha256(id).slice(0, 32)}` : id;
}

/** Files that would share an id go by their whole path instead: two files are never one article. */
function withOwnIds(files: readonly ArticleFile[]): ArticleFile[] {
  const counts = new Map<string, number>();
  for (const { id } of files) counts.set(id, (counts.get(id) ?? 0) + 1);
  return files.map(({ path, id }) =>
    counts.get(id) === 1 ? { path, id } : { path, id: fitForPath(relative(process.cwd(), path)) },
  );
}
