import * as z from 'zod';
import { partnerSchema } from '../../domain/partner.ts';
import { rowDecoder } from './decode.ts';

export const partnerRowSchema = z.object({ partner: partnerSchema, token: z.number() });
export const decodePartner = rowDecoder(partnerRowSchema);
