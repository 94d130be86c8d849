import { expect, test } from 'vitest';
import { machineError } from '../../cli/synthesise.ts';
import { systemError } from '../../cli/system-errors.ts';

/** What Node prints when an error ends it. */
const trace = (message: string): string => `node:fs:3200
  binding.copyFile(
          ^

Error: ${message}
    at Object.copyFileSync (node:fs:3200:11)
    at AssetStaging.stageAsset (/w/node_modules/aws-cdk-lib/core/lib/asset-staging.js:1:10957) {
  errno: -28,
  syscall: 'copyfile'
}

Node.js v24.21.0
`;

test.each([
  [trace("ENOSPC: no space left on device, copyfile '/w/a.mjs' -> '/s/b.mjs'"), 'the disk is full: /s/b.mjs'],
  [trace('ENOSPC: no space left on device, write'), 'the disk is full'],
  [trace("EACCES: permission denied, mkdir '/s/cdk.out'"), '/s/cdk.out cannot be read or written'],
  [
    trace("EROFS: read-only file system, open '/s/manifest.json'"),
    '/s/manifest.json cannot be read or written',
  ],
  [
    '✘ [ERROR] Failed to write to output file: write /w/dist/index.mjs: no space left on device\n',
    'the disk is full',
  ],
  ['✘ [ERROR] Failed to write to output file: write /w/dist/index.mjs: file too large\n', 'the disk is full'],
])('an error of the machine that ends the synthesis is put in words: %j', (output, message) => {
  expect(systemError(machineError(output))?.message).toBe(message);
});

test('a mistake in the stack is not taken for an error of the machine', () => {
  expect(systemError(machineError(trace('EXAMPLE: two constructs have this name')))).toBeUndefined();
  expect(machineError("TypeError: Cannot read properties of undefined (reading 'ref')\n")).toBeUndefined();
  expect(machineError('')).toBeUndefined();
});
