/**
 * Under which terms a feed is read. What two partners have in common is one feed: its id is made of these, so nothing
 * that tells one partner from another may be in here, save for a feed that one partner was given apart.
 */
export interface Terms {
  audience: 'public' | 'partner';
  /** Minutes after an article's release before the feed shows it. */
  delayMinutes: number;
  /** ISO 3166-1 alpha-2 codes of the countries it is read in, in order of the alphabet; none: anywhere. */
  territory: readonly string[];
  /** `partner/alias` of a subscription that something was decided about alone. */
  apart?: string;
}

export const PUBLIC_TERMS: Terms = { audience: 'public', delayMinutes: 0, territory: [] };

/** Terms by name: equal terms have equal names. */
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
 * Whether an article may go where a feed is read. `cleared`: ISO 3166-1 alpha-2 codes of the countries it may go to, or
 * with a hyphen before them of those it may not. An article that may not go everywhere is in no feed that is read
 * anywhere.
 */
export function isCleared(cleared: readonly string[] | undefined, territory: readonly string[]): boolean {
  if (cleared === undefined) return true;
  const denied = cleared.filter((code) => code.startsWith('-'));
  const isOpen = denied.length > 0 && denied.length === cleared.length;
  const mayGo = (country: string): boolean =>
    !denied.includes(`-${country}`) && (isOpen || cleared.includes(country));
  return territory.length > 0 && territory.every(mayGo);
}

/** Minutes of what a duration is made of. */
export const MINUTES = { D: 1440, H: 60, M: 1 } as const;

/** Minutes of an ISO 8601 duration in days, hours and minutes (P1DT2H30M); undefined if it is none. */
export function durationMinutes(text: string): number | undefined {
  const match = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,5})M)?)?$/.exec(text);
  if (match === null || /[PT]$/.test(text)) return undefined;
  const [, days = '0', hours = '0', minutes = '0'] = match;
  return Number(days) * MINUTES.D + Number(hours) * MINUTES.H + Number(minutes) * MINUTES.M;
}

/** The same duration the other way about, in its shortest form. */
export function durationOf(minutes: number): string {
  const days = Math.floor(minutes / MINUTES.D);
  const hours = Math.floor((minutes % MINUTES.D) / MINUTES.H);
  const rest = minutes % MINUTES.H;
  const time = `${hours > 0 ? `${hours}H` : ''}${rest > 0 ? `${rest}M` : ''}`;
  if (minutes === 0) return 'PT0M';
  return `P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`;
}
