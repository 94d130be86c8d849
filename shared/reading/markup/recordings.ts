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

/** Formats by how many players play them, best first. Partners such as Flipboard ask for MP4. */
const BEST_FORMATS = ['video/mp4', 'audio/mpeg', 'audio/mp4', 'audio/aac'];

/**
 * The recording of an `audio` or `video`. The element and each `source` within it are the same recording in different
 * formats; of those with a web address, the one that most players can play is taken. Without a web address, returns a
 * note about what was left out.
 */
export function recordingIn(player: Element, base: string | undefined): Recording | { note: string } {
  const sources = [player, ...player.children.filter(isTag).filter(({ name }) => name === 'source')];
  const found = sources.flatMap(({ attribs }) => {
    const href = webAddress(attribs['src'] ?? attribs['data-src'], base);
    if (href === undefined) return [];
    const stated = attribs['type']?.split(';')[0]?.trim().toLowerCase() ?? '';
    return [
      { href, contenttype: MEDIA_TYPE.test(stated) ? stated : (typeByName(href) ?? `${player.name}/*`) },
    ];
  });
  const [best] = found.toSorted((a, b) => rankOf(a.contenttype) - rankOf(b.contenttype));
  if (best !== undefined) {
    const poster = webAddress(player.attribs['poster'], base);
    return { ...best, ...(poster !== undefined && { poster }) };
  }
  const written = sources.map(({ attribs }) => attribs['src'] ?? '').find((src) => src !== '');
  const what = player.name === 'audio' ? 'an audio recording' : 'a video';
  return { note: `${what} without a web address was left out${written ? `: ${written.slice(0, 200)}` : ''}` };
}

/** The position among the best formats, or a number after them for any other format. */
function rankOf(contenttype: string): number {
  const at = BEST_FORMATS.indexOf(contenttype);
  return at === -1 ? BEST_FORMATS.length : at;
}

function webAddress(text: string | undefined, base: string | undefined): string | undefined {
  const address = text === undefined || text.trim() === '' ? undefined : absoluteAddress(text, base);
  return address !== undefined && /^https?:/.test(address) ? address : undefined;
}
