import { type Element, isTag } from 'domhandler';
import { typeByName } from './file-type.ts';
import { absoluteAddress } from './address.ts';

/** Elements that play sound or video. They are removed from the body and listed as associations. */
export const PLAYERS: ReadonlySet<string> = new Set(['audio', 'video']);

/** The recording of a player: its address, its media type, and the poster, the picture shown before it plays. */
export interface Recording {
  href: string;
  contenttype: string;
  poster?: string;
}

const MEDIA_TYPE =
  /^(?:audio|video)\/[a-z\d][a-z\d.+-]{0,60}$|^application\/(?:ogg|(?:vnd\.apple\.|x-)mpegurl)$/;

/**
 * The recording of an `audio` or `video`. Its address is that of the element, or of its first `source` with a web
 * address; the other sources are the same recording in other formats. Without a web address, returns a note about
 * what was left out.
 */
export function recordingIn(player: Element, base: string | undefined): Recording | { note: string } {
  const sources = [player, ...player.children.filter(isTag).filter(({ name }) => name === 'source')];
  for (const { attribs } of sources) {
    const href = webAddress(attribs['src'] ?? attribs['data-src'], base);
    if (href === undefined) continue;
    const stated = attribs['type']?.split(';')[0]?.trim().toLowerCase() ?? '';
    const contenttype = MEDIA_TYPE.test(stated) ? stated : (typeByName(href) ?? `${player.name}/*`);
    const poster = webAddress(player.attribs['poster'], base);
    return { href, contenttype, ...(poster !== undefined && { poster }) };
  }
  const written = sources.map(({ attribs }) => attribs['src'] ?? '').find((src) => src !== '');
  const what = player.name === 'audio' ? 'an audio recording' : 'a video';
  return { note: `${what} without a web address was left out${written ? `: ${written.slice(0, 200)}` : ''}` };
}

function webAddress(text: string | undefined, base: string | undefined): string | undefined {
  const address = text === undefined || text.trim() === '' ? undefined : absoluteAddress(text, base);
  return address !== undefined && /^https?:/.test(address) ? address : undefined;
}
