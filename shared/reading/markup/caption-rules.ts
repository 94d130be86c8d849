/** How pages mark the caption and the credit of a picture. */

/** Attribute in which an `img` keeps the media type of the `source` element from which its address was taken. */
export const SOURCE_TYPE = 'data-source-type';

/** Classes of elements that pages use instead of `figure`: the element contains a picture and its caption. */
export const CAPTIONED =
  /(?:^|[\s_-])(?:wp-caption|captioned|(?:image|photo|picture|media|img)[_-]?(?:block|box|wrap(?:per)?|container|with-caption)|figure)(?:$|\s)/i;

/** Values of `class` or `itemprop` of a caption. */
export const CAPTION = /(?:^|[\s_-])(?:caption(?:[_-]?text)?|legend|legende|bildunterschrift)(?:$|\s)/i;

/** Values of `class` or `itemprop` of a picture's credit. */
export const CREDIT =
  /(?:^|[\s_-])(?:credits?|copyright(?:holder)?|creator|photographer|attribution|(?:photo|image|picture)[_-]?(?:credits?|by|source|author)|bildnachweis|fotograf|quelle)(?:$|\s)/i;

/** Labels before the name of a photographer or agency at the end of a caption. */
const LABELS = [
  'photos?(?: credits?)?',
  'photographs?',
  'pictures?',
  'images?(?: credits?)?',
  'credits?',
  'source',
  'fotos?',
  'bild(?:er|nachweis|quelle)?',
  'quelle',
  'fotografía',
  'imagen',
  'crédits?(?: photo)?',
  '写真',
  '撮影',
  '写真提供',
  '提供',
  '攝影',
  '摄影',
  '攝',
  '摄',
  '圖',
  '图',
  '圖片',
  '图片',
  '圖片來源',
  '图片来源',
  '圖源',
  '图源',
  '供圖',
  '供图',
  '照片',
  '照片來源',
  '照片来源',
  '照片提供',
  '圖片提供',
  '图片提供',
].join('|');

/** Words in brackets after a name or before a name: `（記者張三攝）`, `(AP Photo/Jane Roe)`. */
const AFTER_NAME = '[攝摄]影?|翻[攝拍摄]|撮影|提供';
const AGENCY = '(?:[A-Z]{2,6} |Agency )?(?:Photo|Foto|Image|Pool)';

/** A caption that ends with a labelled credit: `Die Brücke. Foto: Erika Mustermann`, `（攝影：張三）`, `© Jane Roe`. */
const LABELLED = new RegExp(
  String.raw`^(.{0,1500}?)(?:^|(?<=[.。!?！？)）|/–—…”」])\s*|(?=[\[(（【]))[\[(（【]?\s*(?:(?:${LABELS})\s?(?:[:：=＝／/]|\.{3}|…)|(?:photos?|fotos?|photographs?) (?:by|von|de|par)(?=\s\p{Lu})|©)\s*(\S[^。:：]{0,120}?)\s*[\])）】]?\s*[.。]?$`,
  'iu',
);

/** Captions that end with a credit in brackets, without a label. */
const BRACKETED = [
  new RegExp(
    String.raw`^(.{0,1500}?)[（(【](?:[^（()）【】，,]{1,20}[，,])?\s*([^（()）【】。，,]{2,40}?)\s*(?:${AFTER_NAME})\s*[)）】]\s*[.。]?$`,
    'u',
  ),
  new RegExp(String.raw`^(.{0,1500}?)[([]\s*(${AGENCY}\s?/\s?[^()[\]]{2,80}?)\s*[)\]]\s*\.?$`, 'u'),
];

/** A caption and the credit at its end, separated; undefined if there is no credit. */
export function creditAtEnd(caption: string): { before: string; credit: string } | undefined {
  for (const pattern of [LABELLED, ...BRACKETED]) {
    const [, before, credit] = pattern.exec(caption) ?? [];
    if (before !== undefined && credit !== undefined) return { before: before.trim(), credit: credit.trim() };
  }
  return undefined;
}
