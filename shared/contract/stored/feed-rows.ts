import * as z from 'zod';
import { type Committed, feedChangeSchema, type FeedState, feedStateSchema } from '../../domain/manifest.ts';
import { instantSchema } from '../../domain/stored-text.ts';
import { rowDecoder, type StoredRow, UndecodableError } from './decode.ts';
import { packState, unpackState } from './packed-state.ts';

/** Decoders of the rows of a feed. `tableKeys` builds the keys of these rows. */

export const decodeFeedLog = rowDecoder(z.object({ change: feedChangeSchema }));
export const decodeFeedRelease = rowDecoder(z.object({ at: instantSchema, by: z.string() }));
/** The last rev whose documents are known to be in place. */
const settledRow = rowDecoder(z.object({ rev: z.number() }));

/**
 * The rows of a feed's state. Format 2 has the large members in `packed`, and `settled` in a row of its own, so that a
 * publish does not write the large row twice. Format 1, which has no member `format`, has everything in one object. It
 * is read, and becomes format 2 with the next commit.
 */
export interface StateRows {
  state: StoredRow;
  settled: StoredRow | undefined;
}

const FORMAT = 2;
const formatRow = rowDecoder(
  z.object({ state: z.object({ format: z.number().exactOptional(), rev: z.number() }) }),
);
const firstFormat = rowDecoder(z.object({ state: feedStateSchema }));
const secondFormat = rowDecoder(
  z.object({
    state: z.object({
      rev: z.number(),
      documents: z.record(z.string(), z.string()),
      packed: z.instanceof(Uint8Array),
      /** A copy of `held.since`, so that the sweep need not unpack the state. */
      heldSince: instantSchema.exactOptional(),
      stopped: z.object({ since: instantSchema, reason: z.string() }).exactOptional(),
    }),
  }),
);

/** The member `state` of a feed's state row. Members that a newer version added are kept. */
export function encodeFeedState(state: FeedState): Record<string, unknown> {
  const { settled: _settled, manifest, last, updated, withdrawnFor, held, ...others } = state;
  const large = { manifest, last, ...(updated && { updated }), ...(withdrawnFor && { withdrawnFor }) };
  const packed = packState({ ...large, ...(held && { held }) });
  return { ...others, format: FORMAT, ...(held && { heldSince: held.since }), packed };
}

export function decodeFeedState(rows: StateRows): FeedState {
  const { state: row } = rows;
  if (formatOf(row) < FORMAT) {
    const { state } = firstFormat(row);
    return { ...state, settled: Math.max(state.settled, settledRev(rows)) };
  }
  const { packed, ...others } = secondFormat(row).state;
  const { format: _format, heldSince: _copy, ...state }: typeof others & { format?: unknown } = others;
  return { ...state, settled: settledRev(rows), ...unpackState(packed, keyOf(row)) };
}

/** The members of the state that name its documents. Nothing is unpacked. */
export function decodeCommitted(rows: StateRows): Committed {
  if (formatOf(rows.state) < FORMAT) {
    const { rev, settled, documents, held } = decodeFeedState(rows);
    return { rev, settled, documents, ...(held && { heldSince: held.since }) };
  }
  const { rev, documents, heldSince, stopped } = secondFormat(rows.state).state;
  const since = { ...(heldSince && { heldSince }), ...(stopped && { stoppedSince: stopped.since }) };
  return { rev, documents, settled: settledRev(rows), ...since };
}

/** The rev of a state row, of which only this member has to be read. */
export const decodeRev = (row: StoredRow): number => formatRow(row).state.rev;

const settledRev = ({ settled }: StateRows): number => (settled === undefined ? 0 : settledRow(settled).rev);

function formatOf(row: StoredRow): number {
  const { format = 1 } = formatRow(row).state;
  if (format <= FORMAT) return format;
  throw new UndecodableError(`${keyOf(row)} cannot be decoded: it has the format ${format}, which is newer`);
}

const keyOf = ({ pk, sk }: StoredRow): string => `${pk} ${sk}`;
