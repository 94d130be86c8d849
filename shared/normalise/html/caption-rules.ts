/** How pages mark what stands under a picture, as data. */

/** Where the type is kept that a `source` states for the picture it gave its address. */
export const SOURCE_TYPE = 'data-source-type';

/** Classes of elements that hold a picture with its caption where there is no `figure`. */
export const CAPTIONED =
  /(?:^|[\s_-])(?:wp-caption|captioned|(?:image|photo|picture|media|img)[_-]?(?:block|box|wrap(?:per)?|container|with-caption)|figure)(?:$|\s)/i;

/** Classes, or `itemprop`, of a caption. */
export const CAPTION = /(?:^|[\s_-])(?:caption(?:[_-]?text)?|legend|legende|bildunterschrift)(?:$|\s)/i;

/** Classes, or `itemprop`, of a picture's credit. */
export const CREDIT =
  /(?:^|[\s_-])(?:credits?|copyright(?:holder)?|creator|photographer|attribution|(?:photo|image|picture)[_-]?(?:credits?|by|source|author)|bildnachweis|fotograf|quelle)(?:$|\s)/i;

/** What comes before a photographer's or an agency's name at the end of a caption. */
const LABELS = [
  ...['photos?(?: credits?)?', 'photographs?', 'pictures?', 'images?(?: credits?)?', 'credits?', 'source'],
  ...['fotos?', 'bild(?:er|nachweis|quelle)?', 'quelle', 'fotografía', 'imagen', 'crédits?(?: photo)?'],
  ...[
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
  ],
  ...['圖源', '图源', '供圖', '供图'],
].join('|');

/** A caption that ends in its credit: `Die Brücke. Foto: Erika Mustermann`, `（攝影：張三）`, `© Jane Roe`. */
export const CREDIT_IN_CAPTION = new RegExp(
  String.raw`^(.{0,1500}?)(?:^|(?<=[.。!?！？)）|/–—…”」])\s*|(?=[\[(（【]))[\[(（【]?\s*(?:(?:${LABELS})\s?[:：=＝／/]|(?:photos?|fotos?|photographs?) (?:by|von|de|par)(?=\s\p{Lu})|©)\s*(\S[^。:：]{0,120}?)\s*[\])）】]?\s*[.。]?$`,
  'iu',
);
