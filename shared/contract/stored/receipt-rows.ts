import * as z from 'zod';
import { receiptItemSchema, receiptRecordSchema } from '../receipt.ts';
import { rowDecoder } from './decode.ts';

/** The rows of a receipt, by the builders of their keys in `tableKeys`. */

export const decodeReceipt = rowDecoder(z.object({ record: receiptRecordSchema }));
export const decodeReceiptItem = rowDecoder(z.object({ item: receiptItemSchema }));
export const decodeReceiptListing = rowDecoder(z.object({ receipt: z.string() }));
