import * as fc from 'fast-check';
import type { Fault } from './faults/fault.ts';
import { plantedUseCases } from './planted-text.ts';
import { newsroomProperty } from './newsroom-property.ts';

/**
 * Plants the fault and runs the check in newsroom-property.ts on generated histories. Returns the number of histories
 * until the check failed; undefined if `maxRuns` histories passed.
 */
export async function runsToCatch({ plant, text }: Fault, maxRuns: number): Promise<number | undefined> {
  const useCases = text && (await plantedUseCases(text));
  const property = newsroomProperty({ ...(plant && { plant }), ...(useCases && { useCases }) });
  const { failed, numRuns } = await fc.check(property, { numRuns: maxRuns, seed: 1, endOnFailure: true });
  return failed ? numRuns : undefined;
}
