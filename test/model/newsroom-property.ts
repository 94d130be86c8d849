import * as fc from 'fast-check';
import { history } from './histories.ts';
import { Simulation } from './simulation.ts';
import { compareWithReference } from './compare-with-reference.ts';
import type { Planting, UseCases } from './stage-services.ts';

/**
 * The property that fast-check checks: for every history of a small newsroom the invariants hold after each step, and
 * in the end the pipeline agrees with the reference model. With `fault`, the pipeline has this fault.
 */
export function newsroomProperty(fault: { plant?: () => Planting; useCases?: UseCases } = {}) {
  return fc.asyncProperty(history, async (steps) => {
    const { plant, useCases } = fault;
    const simulation = new Simulation({ ...(plant && { planting: plant() }), ...(useCases && { useCases }) });
    await simulation.run(steps);
    await compareWithReference(simulation);
  });
}
