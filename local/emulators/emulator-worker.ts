import { parentPort, workerData } from 'node:worker_threads';
import { startDynamodb } from './dynamodb-emulator.ts';
import { startStorage } from './storage-emulator.ts';

/**
 * Runs one emulator in a worker thread, on a free port of 127.0.0.1. Posts the port to the parent. Ends on 'stop'.
 */

const { kind, directory } = workerData as { kind: 'dynamodb' | 'storage'; directory: string };

const emulator = await (kind === 'dynamodb' ? startDynamodb(directory) : startStorage(directory));
parentPort?.postMessage({ port: emulator.port });
parentPort?.once('message', () => {
  void emulator.close().finally(() => parentPort?.close());
});
