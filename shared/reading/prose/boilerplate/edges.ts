/**
 * Where the story is among the paragraphs. Rules cut above `first` and below `last`. Between the two, they cut only
 * what no sentence of a story looks like: buttons, advertisements, and links to other stories.
 */
export interface Edges {
  /** Index of the first paragraph of prose; the number of paragraphs if there is none. */
  first: number;
  /** Index of the last paragraph of prose; -1 if there is none. */
  last: number;
}

/** The end of a sentence, before closing quotation marks and brackets. A title seldom has one. */
const FULL_STOP = /[。.؟۔।][”"’』」»›）)]*$/u;

interface Lines {
  texts: readonly string[];
  /** Whether the paragraph is prose that no rule cuts. */
  isStory(at: number): boolean;
  /** Whether the sender gave the headline, so that the first paragraph is no title. */
  isTitled: boolean;
}

/** Finds the edges. The first paragraph of a text without a given headline may be a long title. */
export function edgesOf({ texts, isStory, isTitled }: Lines): Edges {
  const mayBeTitle = (at: number): boolean => !isTitled && at === 0 && !FULL_STOP.test(texts[0] ?? '');
  let first = 0;
  while (first < texts.length && (mayBeTitle(first) || !isStory(first))) first++;
  let last = texts.length - 1;
  while (last > first && !isStory(last)) last--;
  return { first, last: first === texts.length ? -1 : last };
}

/** Whether a paragraph is between the first and the last paragraph of the story. */
export const isInside = ({ first, last }: Edges, at: number): boolean => at > first && at < last;

/** The kinds of boilerplate that are cut inside a story too. */
const CUT_INSIDE: ReadonlySet<string> = new Set([
  'advertisement',
  'continue',
  'related',
  'share',
  'follow',
  'arrows',
  'end mark',
]);

/** Whether a rule may cut a paragraph as boilerplate of this kind inside the story. A link has no full stop. */
export const isCutInside = (kind: string, text: string): boolean =>
  CUT_INSIDE.has(kind) && !(kind === 'related' && FULL_STOP.test(text));

/** Roles of people who made a picture. Such a credit may stand below its picture, inside the story. */
const PICTURE =
  /photo|foto|picture|image|imag[eé]n|bild|illustra|graphi|grafi|video|vidéo|vídeo|cartoon|immagin|imagem|beeld|[攝摄]|[圖图]|写真|撮影|사진|영상|그래픽|фото|снимок|видео|иллюстрац|تصوير|صورة|فيديو/iu;

/** Whether credits that fill a paragraph inside the story are cut: only if every person made a picture. */
export const isPictureCredit = (roles: readonly (string | undefined)[]): boolean =>
  roles.length > 0 && roles.every((role) => role !== undefined && PICTURE.test(role));
