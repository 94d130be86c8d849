import * as fc from 'fast-check';
import { history } from './histories.ts';
import { Simulation } from './simulation.ts';
import { compareSurfaces, type SurfaceFault } from './surfaces.ts';

/**
 * Wherever people see an outcome, they see the same one: in the middle of a history, when nothing is left to do, and a
 * day later.
 */
export function surfacesProperty(fault?: SurfaceFault) {
  return fc.asyncProperty(history, async (steps) => {
    const simulation = new Simulation();
    await simulation.run(steps);
    await compareSurfaces(simulation, fault);
    await simulation.runUntilIdle();
    await compareSurfaces(simulation, fault);
    await simulation.wait(24 * 60);
    await compareSurfaces(simulation, fault);
  });
}
