import { DEFAULTS, read } from '../drafted.ts';

/**
 * What became of each article, in short: its status, the code if it is in doubt, until when it is embargoed, and when
 * it expires; or the code of its rejection. Received on 23 November 2026 at midnight UTC.
 */
export function fates(text: string, mediaType: string, settings: Partial<typeof DEFAULTS> = {}): string[] {
  return read(text, mediaType, { ...DEFAULTS, ...settings }).map((drafted) => {
    if (!drafted.ok) return drafted.rejection.code;
    const { pubstatus, doubt, content } = drafted.draft;
    const { embargoed, expires } = content;
    const parts = [
      pubstatus,
      doubt?.code,
      embargoed && `until ${embargoed}`,
      expires && `expires ${expires}`,
    ];
    return parts
      .filter((part) => part !== undefined)
      .join(' ')
      .replaceAll(':00.000Z', 'Z');
  });
}

export function fate(text: string, mediaType: string, settings: Partial<typeof DEFAULTS> = {}): string {
  return fates(text, mediaType, settings).join('; ');
}
