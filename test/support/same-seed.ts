import * as fc from 'fast-check';
import { SEED } from './seed.ts';

/** Runs before each test file. Gives the same seed in every run to all fast-check properties that set no seed. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });
