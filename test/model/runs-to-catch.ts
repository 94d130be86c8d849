import * as fc from 'fast-check';
import type { Fault } from './faults/fault.ts';
import { plantedUseCases } from './planted-text.ts';
import { newsroomProperty } from './newsroom-property.ts';

/** How many runs it took until the property noticed the fault; undefined if it did not within `numRuns`. */
export async function runsToCatch({ plant, text }: Fault, numRuns: number): Promise<number | undefined> {
  const useCases = text && (await plantedUseCases(text));
  const property = newsroomProperty({ ...(plant && { plant }), ...(useCases && { useCases }) });
  const { failed, numRuns: runs } = await fc.check(property, { numRuns, seed: 1, endOnFailure: true });
  return failed ? runs : undefined;
}
