import * as z from 'zod';

/**
 * The terms under which a feed is read. Partners with equal terms share one feed: a feed's id is made from its terms.
 * So terms must not contain anything that distinguishes one partner from another, except in a dedicated feed
 * (`apart`).
 */
export const termsSchema = z.strictObject({
  audience: z.enum(['public', 'partner']),
  /** Minutes after an article's release before the feed shows it. */
  delayMinutes: z.int().min(0),
  /** ISO 3166-1 alpha-2 codes of the countries where the feed is read, sorted; empty: everywhere. */
  territory: z.array(z.string()),
  /** `partner/alias` of the subscription that this feed is dedicated to. */
  apart: z.string().exactOptional(),
});
export type Terms = z.infer<typeof termsSchema>;

export const PUBLIC_TERMS: Terms = { audience: 'public', delayMinutes: 0, territory: [] };

/** A text that identifies the terms: equal terms have equal texts, and different terms have different texts. */
export function termsId({ audience, delayMinutes, territory, apart }: Terms): string {
  if (audience === 'public') return 'public';
  return [
    'partner',
    ...(delayMinutes > 0 ? [`delay=${delayMinutes}`] : []),
    ...(territory.length > 0 ? [`territory=${territory.join(',')}`] : []),
    ...(apart === undefined ? [] : [`apart=${apart}`]),
  ].join(';');
}

/**
 * Whether an article may be in a feed that is read in `territory`. `cleared` has ISO 3166-1 alpha-2 codes of
 * countries where the article may be read; a code with a hyphen before it excludes that country. An article with any
 * limit is never in a feed without a territory, because such a feed is read everywhere.
 */
export function isCleared(cleared: readonly string[] | undefined, territory: readonly string[]): boolean {
  if (cleared === undefined) return true;
  const denied = cleared.filter((code) => code.startsWith('-'));
  const onlyDenies = denied.length > 0 && denied.length === cleared.length;
  const mayBeReadIn = (country: string): boolean =>
    !denied.includes(`-${country}`) && (onlyDenies || cleared.includes(country));
  return territory.length > 0 && territory.every(mayBeReadIn);
}

/** Minutes in a day, an hour and a minute, by their letters in ISO 8601 durations. */
export const MINUTES = { D: 1440, H: 60, M: 1 } as const;

/** Minutes of an ISO 8601 duration in days, hours and minutes (P1DT2H30M); undefined for any other text. */
export function durationMinutes(text: string): number | undefined {
  const match = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,5})M)?)?$/.exec(text);
  if (match === null || /[PT]$/.test(text)) return undefined;
  const [, days = '0', hours = '0', minutes = '0'] = match;
  return Number(days) * MINUTES.D + Number(hours) * MINUTES.H + Number(minutes) * MINUTES.M;
}

/** The shortest ISO 8601 duration for a number of minutes. */
export function durationOf(minutes: number): string {
  if (minutes === 0) return 'PT0M';
  const days = Math.floor(minutes / MINUTES.D);
  const hours = Math.floor((minutes % MINUTES.D) / MINUTES.H);
  const rest = minutes % MINUTES.H;
  const time = `${hours > 0 ? `${hours}H` : ''}${rest > 0 ? `${rest}M` : ''}`;
  return `P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`;
}
