import * as z from 'zod';
import { partnerSchema } from '../../domain/partner.ts';
import { rowDecoder } from './decode.ts';

export const decodePartner = rowDecoder(z.object({ partner: partnerSchema, token: z.number() }));
