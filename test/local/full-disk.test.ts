import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { fresh, run, type Running, writeFixture } from './fixture.ts';

/** A write to each emulator: its file, the table in it, and a request that ends in this write. */
const WRITES: [name: string, file: string, table: string, write: (small: Running) => Promise<unknown>][] = [
  [
    'an object',
    join('storage', 'fauxqs.db'),
    's3_objects',
    ({ s3, cloud }) =>
      s3.send(new PutObjectCommand({ Bucket: cloud.outputs['Bucket'], Key: 'large', Body: 'large' })),
  ],
  [
    'a message',
    join('storage', 'fauxqs.db'),
    'sqs_messages',
    ({ send }) => send({ do: 'mark', id: fresh() }),
  ],
  ['a row of a function', 'dynamodb.sqlite', 'entries', ({ send }) => send({ do: 'mark', id: fresh() })],
];

test.each(WRITES)('a full disk ends the local cloud when it stores %s', async (_, file, table, write) => {
  const fixture = writeFixture();
  await (await run(fixture)).stop();
  const database = new DatabaseSync(join(fixture.stateDir, file));
  // SQLite says the same about a disk that is full.
  database.exec(`CREATE TRIGGER full_disk BEFORE INSERT ON ${table}
    BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`);
  database.close();

  const small = await run(fixture);
  // The write itself fails, or it stays without an answer.
  void write(small).catch(() => undefined);
  expect((await small.cloud.failed).message).toMatch(/disk is full/);
  const said = small.lines.length;
  await small.stop();
  expect(small.lines.slice(said)).toEqual([]);
  fixture.remove();
});
