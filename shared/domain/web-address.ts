import * as z from 'zod';

/** An absolute http or https address (RFC 3986). */
export const webAddressSchema = z.url({ protocol: /^https?$/, error: 'use an http or https address' });
