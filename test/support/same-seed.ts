import * as fc from 'fast-check';
import { SEED } from './seed.ts';

/** Runs before each test file. A property that names no seed of its own starts at the same one in every run. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });
