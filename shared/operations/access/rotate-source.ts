import { sha256 } from '../../domain/identity.ts';
import { instantOf } from '../../domain/instant.ts';
import { accessWith, type Source, tokensOf } from '../../domain/source.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done } from '../result.ts';
import { keptBesideNew, type Rotation } from '../rotation.ts';
import { changeSource } from './change-source.ts';

/**
 * Makes a new token for a source, by the same rules as for a partner. Only this answer contains the token; the
 * pipeline stores its hash. A disabled source stays disabled. `oldUntil`: when the older token ends; null if there is
 * none.
 */
export async function rotateSource(
  pipeline: Pick<Pipeline, 'rawBucket' | 'now' | 'newToken'>,
  { id, rotation }: { id: string; rotation: Rotation },
): Promise<Done<{ source: Source; token: string; oldUntil: string | null }>> {
  const token = pipeline.newToken();
  const created = instantOf(pipeline.now());
  const changed = await changeSource(pipeline, id, (source) => {
    const kept = keptBesideNew({ holder: `source ${id}`, tokens: tokensOf(source) }, rotation, created);
    if (!kept.ok) return kept;
    return done(accessWith([{ hash: sha256(token), created }, ...kept.value], source.disabled));
  });
  if (!changed.ok) return changed;
  const oldUntil = tokensOf(changed.value)[1]?.until ?? null;
  return done({ source: changed.value, token, oldUntil });
}
