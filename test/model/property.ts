import * as fc from 'fast-check';
import { action } from './actions.ts';
import { Play } from './play.ts';
import { compareAtRest } from './rest.ts';
import type { Planting, UseCases } from './world.ts';

/** Actions in one run; more only make what fails harder to read. */
const MOST_ACTIONS = 60;

/** DESIGN's invariants 1 to 5, on any history of a small newsroom. */
export function newsroomProperty(fault: { plant?: () => Planting; useCases?: UseCases } = {}) {
  return fc.asyncProperty(fc.array(action, { maxLength: MOST_ACTIONS, size: 'max' }), async (actions) => {
    const { plant, useCases } = fault;
    const play = new Play({ ...(plant && { planting: plant() }), ...(useCases && { useCases }) });
    await play.play(actions);
    await compareAtRest(play);
  });
}
