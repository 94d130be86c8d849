import type { Declarations } from './inline-style.ts';

/** How much of an element a browser hides. `text`: its text and that of descendants, unless they show theirs again. */
export type Hiding = 'all' | 'text' | undefined;

/** Elements whose contents a browser never shows, or only after a script has run. */
const NEVER_SHOWN = new Set(['template', 'datalist', 'comment', 'xml']);

/**
 * What a browser hides of an element: by an attribute (HTML Standard, "hidden", "dialog", "popover") or by its style.
 * A class name alone hides nothing. Text that only a screen reader reads is hidden too, because it is not part of the
 * article that people see.
 */
export function hidingOf(
  { name, attribs }: { readonly name: string; readonly attribs: Readonly<Record<string, string>> },
  style: Declarations,
): Hiding {
  if (NEVER_SHOWN.has(name)) return 'all';
  const { hidden, popover, open } = attribs;
  // Text that is found by a search on the page, such as the text of an accordion, is part of the article.
  if (hidden !== undefined && hidden.toLowerCase() !== 'until-found') return 'all';
  if (popover !== undefined || (name === 'dialog' && open === undefined)) return 'all';
  if (style.size === 0) return undefined;
  const value = (property: string): string => style.get(property) ?? '';
  if (value('display') === 'none' || value('content-visibility') === 'hidden') return 'all';
  if (value('mso-hide') === 'all') return 'all';
  if (isSeeThrough(attribs, value, name) || isClipped(value) || isElsewhere(value)) return 'all';
  if (isInvisibleColour(value)) return 'all';
  if (/^(?:hidden|collapse)$/.test(value('visibility')) && name !== 'img') return 'text';
  if (isZero(value('font-size'))) return 'text';
  return undefined;
}

/** Whether a descendant of an element with `text` hiding shows its text again. */
export function showsAgain(style: Declarations): boolean {
  const size = style.get('font-size') ?? '';
  return style.get('visibility') === 'visible' || (/^\d*\.?\d+/.test(size) && !isZero(size));
}

type Value = (property: string) => string;

const isZero = (value: string): boolean => /^[+-]?(?:0+\.?0*|\.0+)(?:[a-z]{1,4}|%)?$/.test(value);

/** Attributes and properties of text that a script fades in: a reader sees it. */
const FADES_IN = /^data-(?:w-id|aos|animat|scroll|reveal|sal|settings)/;

function isSeeThrough(attribs: Readonly<Record<string, string>>, value: Value, name: string): boolean {
  if (!isZero(value('opacity')) && !/^opacity\(\s*0*\.?0*%?\s*\)$/.test(value('filter'))) return false;
  const fades =
    ['transform', 'transition', 'animation', 'will-change'].some((property) => value(property) !== '') ||
    Object.keys(attribs).some((attribute) => FADES_IN.test(attribute));
  return !fades && !/^(?:img|picture|figure|iframe|video)$/.test(name);
}

/** Elements of no size whose contents are cut off. A frame keeps its shape by a padding, and is not hidden. */
function isClipped(value: Value): boolean {
  const clip = value('clip').replace(/\s+/g, ' ');
  if (/^rect\( ?(?:[01](?:px)?[ ,]{1,3}){3}[01](?:px)? ?\)$/.test(clip)) return true;
  if (/^inset\(\s*(?:50|100)%/.test(value('clip-path')) || /^circle\(\s*0/.test(value('clip-path')))
    return true;
  if (/\bscale(?:3d|x|y)?\(\s*0\s*[,)]/.test(value('transform'))) return true;
  const isPadded = PADDINGS.some((property) => /[1-9]/.test(value(property)));
  if (isPadded) return false;
  const isNothing = (property: string): boolean => isZero(value(property)) || /^1px$/.test(value(property));
  const height = ['height', 'max-height', 'block-size'].some(isNothing);
  const width = ['width', 'max-width', 'inline-size'].some(isNothing);
  const isCut = /\b(?:hidden|clip)\b/.test(
    `${value('overflow')} ${value('overflow-y')} ${value('overflow-x')}`,
  );
  const isEmpty = ['height', 'max-height', 'width', 'max-width'].some((property) => isZero(value(property)));
  return (height && width) || (isCut && isEmpty);
}

const PADDINGS = ['padding', 'padding-top', 'padding-bottom', 'min-height', 'min-width'];

/** Elements that are placed far outside of the page. */
function isElsewhere(value: Value): boolean {
  const far = /^-\s?(?:\d{4,}|9\d\d|[1-9]\d\d(?:em|rem|%|vw|vh))/;
  // Layouts move columns by a margin of -100 %.
  const farMargin = /^-\s?(?:\d{4,}|9\d\d)/;
  if (far.test(value('text-indent'))) return true;
  if (/\btranslate(?:3d|x|y)?\(\s*-\d{4,}/.test(value('transform'))) return true;
  const isPlaced = /^(?:absolute|fixed|relative)$/.test(value('position'));
  return (
    (isPlaced && ['left', 'right', 'top', 'bottom'].some((side) => far.test(value(side)))) ||
    farMargin.test(value('margin-left')) ||
    farMargin.test(value('margin-top'))
  );
}

/** Text without a colour, or with the colour of its own background. */
function isInvisibleColour(value: Value): boolean {
  const colour = value('color');
  if (colour === '') return false;
  const isCutOut = (value('background-clip') + value('-webkit-background-clip')).includes('text');
  if (colour === 'transparent' || /^rgba\([^()]{1,40}[,/]\s*0(?:\.0+)?%?\s*\)$/.test(colour))
    return !isCutOut;
  const isNamed = /^(?:#|rgb|hsl|white$|black$)/.test(colour);
  return isNamed && (colour === value('background-color') || colour === value('background'));
}
