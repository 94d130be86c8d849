import * as fc from 'fast-check';
import { history } from './histories.ts';
import { Play } from './simulation.ts';
import { compareAtRest } from './compare-with-reference.ts';
import type { Planting, UseCases } from './stage-services.ts';

/** DESIGN's invariants 1 to 5, on any history of a small newsroom. */
export function newsroomProperty(fault: { plant?: () => Planting; useCases?: UseCases } = {}) {
  return fc.asyncProperty(history, async (actions) => {
    const { plant, useCases } = fault;
    const play = new Play({ ...(plant && { planting: plant() }), ...(useCases && { useCases }) });
    await play.play(actions);
    await compareAtRest(play);
  });
}
