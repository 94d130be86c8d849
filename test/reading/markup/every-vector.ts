import { CONFUSIONS } from './confusions.ts';
import { CLOBBERS, DISGUISES, HANDLERS } from './disguises.ts';
import { MUTATIONS } from './mutations.ts';
import { ADVISORIES, VECTORS } from './vectors.ts';

/** All attack vectors (pieces of HTML that try to get something harmful through a sanitiser), each once. */
export const EVERY_VECTOR: readonly string[] = [
  ...new Set([
    ...VECTORS,
    ...ADVISORIES.map(({ html }) => html),
    ...MUTATIONS,
    ...DISGUISES,
    ...HANDLERS,
    ...CLOBBERS,
    ...CONFUSIONS,
  ]),
];
