import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The file that the emulator of S3 and SQS locks while it runs. */
const LOCKED_FILE = join('storage', 'fauxqs.db');

/**
 * Throws if another local cloud runs with its state in this directory. The lock itself is taken when the emulators
 * start; this check is for a caller that would change other files in the directory before that.
 */
export function refuseIfInUse(stateDir: string): void {
  const file = join(stateDir, LOCKED_FILE);
  if (!existsSync(file)) return;
  try {
    const database = new DatabaseSync(file);
    try {
      database.exec('BEGIN IMMEDIATE; ROLLBACK');
    } finally {
      database.close();
    }
  } catch (error) {
    throw inUse(error, stateDir);
  }
}

/** The error for a directory whose file is locked; any other error is returned as it is. */
export function inUse(error: unknown, stateDir: string): unknown {
  return error instanceof Error && error.message.includes('locked')
    ? new Error(`another local cloud is running with its state in ${stateDir}`)
    : error;
}
