import { existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Emulator } from './emulator.ts';
import { SortedFile } from './sorted-file.ts';

/** The class of a LevelDB database, as dynalite itself would use it. */
type LevelDb = new (
  path: string,
  options: object,
) => {
  iterator(): AsyncIterable<[key: string, value: unknown]>;
  close(): Promise<void>;
};

/**
 * Starts dynalite, which emulates DynamoDB, with its data in a `SortedFile`. dynalite makes its database with the
 * class `Level` of the package `level`, so this class is replaced before dynalite is loaded.
 * @throws if dynalite did not open its database in this way, as another version of it may do
 */
export async function startDynamodb(directory: string): Promise<Emulator> {
  const level = createRequire(import.meta.resolve('dynalite'))('level') as { Level: unknown };
  const file = join(directory, 'dynamodb.sqlite');
  await adopt(level.Level as LevelDb, join(directory, 'dynamodb'), file);
  level.Level = SortedFile;
  const { default: dynalite } = await import('dynalite');
  const opened = SortedFile.opened;
  const server = dynalite({ path: file, createTableMs: 0 });
  if (SortedFile.opened !== opened + 1)
    throw new Error('dynalite does not open its database as version 4.0.0 does; see docs/adr/0023');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Moves the data of a LevelDB database, which Wiredesk 0.1 used, into the file. Does nothing if there is none. */
async function adopt(Level: LevelDb, folder: string, file: string): Promise<void> {
  if (!existsSync(join(folder, 'CURRENT'))) return;
  if (!existsSync(file)) {
    const draft = `${file}.new`;
    rmSync(draft, { force: true });
    const [old, copy] = [new Level(folder, { valueEncoding: 'json' }), new SortedFile(draft)];
    for await (const [key, value] of old.iterator()) await copy.put(key, value);
    await Promise.all([old.close(), copy.close()]);
    renameSync(draft, file);
  }
  rmSync(folder, { recursive: true });
}
