import { DELAYS } from './delays.ts';
import { FAN_OUT } from './fan-out.ts';
import type { Fault } from './fault.ts';
import { HAND_OVER } from './hand-over.ts';
import { IN_FORCE } from './in-force.ts';
import { PUBLISHING } from './publishing.ts';
import { REMOVALS } from './removals.ts';

export const FAULTS: readonly Fault[] = [
  ...IN_FORCE,
  ...FAN_OUT,
  ...HAND_OVER,
  ...PUBLISHING,
  ...REMOVALS,
  ...DELAYS,
];
