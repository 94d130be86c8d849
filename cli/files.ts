import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { fileId, idForUrl } from '../shared/operations/sending/file-id.ts';
import type { SubmissionFile } from '../shared/operations/sending/send.ts';
import { EXIT, Failure } from './failure.ts';

interface NamedFile {
  path: string;
  id: string;
}

/**
 * The given files and all files in the given folders and their subfolders, without hidden files. Paths keep the order
 * in which they are given; the entries of each folder are sorted by name. The id of a file is made from its path
 * relative to the given folder. A file that is given by itself counts as a file of the first folder of its path, so
 * that `col` and `col/y/story.txt` give this file the same id.
 */
export function filesUnder(paths: readonly string[]): SubmissionFile[] {
  const files = paths.flatMap((path): NamedFile[] => {
    const kind = statSync(path, { throwIfNoEntry: false });
    if (kind === undefined) {
      throw new Failure(`${path} does not exist`, 'Give files or folders of articles.', EXIT.usage);
    }
    if (!kind.isDirectory()) return [{ path, id: fileId(pathInFirstFolder(path)) }];
    return filesIn(path).map((file) => ({ path: file, id: fileId(withSlashes(relative(path, file))) }));
  });
  return withDifferentIds(files).map((file) => ({ ...file, read: () => readFileSync(file.path) }));
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

/** The path below the first folder, for a file in the working directory. Of any other file, only the name. */
function pathInFirstFolder(path: string): string {
  const own = relative(process.cwd(), path);
  const [first, ...rest] = withSlashes(own).split('/');
  return first === '..' || isAbsolute(own) || rest.length === 0 ? basename(path) : rest.join('/');
}

const withSlashes = (path: string): string => path.split(sep).join('/');

/**
 * Files that would share an id get an id made from their path relative to the working directory, so that two files
 * are never one article.
 */
function withDifferentIds(files: readonly NamedFile[]): NamedFile[] {
  const counts = new Map<string, number>();
  for (const { id } of files) counts.set(id, (counts.get(id) ?? 0) + 1);
  return files.map(({ path, id }) =>
    counts.get(id) === 1 ? { path, id } : { path, id: idForUrl(withSlashes(relative(process.cwd(), path))) },
  );
}
