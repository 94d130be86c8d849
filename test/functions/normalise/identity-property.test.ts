import * as fc from 'fast-check';
import { test } from 'vitest';
import { identityProperty } from './identity-property.ts';

test('no story is lost, none is shown twice, and the newest version wins, whatever is sent', async () => {
  await fc.assert(identityProperty(), { numRuns: 40 });
});
