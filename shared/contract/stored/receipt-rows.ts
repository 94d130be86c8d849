import * as z from 'zod';
import { receiptIdSchema } from '../../domain/stored-text.ts';
import { receiptItemSchema, receiptRecordSchema } from '../receipt.ts';
import { rowDecoder } from './decode.ts';

/** Decoders of the rows of a receipt. `tableKeys` builds the keys of these rows. */

export const decodeReceipt = rowDecoder(z.object({ record: receiptRecordSchema }));
export const decodeReceiptItem = rowDecoder(z.object({ item: receiptItemSchema }));
export const decodeReceiptListing = rowDecoder(z.object({ receipt: receiptIdSchema }));
