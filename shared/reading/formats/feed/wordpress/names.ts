/** Shortcodes (WordPress Codex, "Shortcode API") by what they stand for. */
export type ShortcodeKind = 'caption' | 'link' | 'recording' | 'dropped' | 'hidden' | 'layout';

/** Sites by the name of the shortcode that embeds them, with the address of a post of which only the id is given. */
export const SITES: ReadonlyMap<string, string> = new Map([
  ['embed', ''],
  ['youtube', 'https://www.youtube.com/watch?v='],
  ['youtube_sc', 'https://www.youtube.com/watch?v='],
  ['fve', ''],
  ['arve', ''],
  ['embedyt', ''],
  ['vimeo', 'https://vimeo.com/'],
  ['dailymotion', 'https://www.dailymotion.com/video/'],
  ['ted', 'https://www.ted.com/talks/'],
  ['soundcloud', ''],
  ['spotify', ''],
  ['tweet', 'https://twitter.com/i/status/'],
  ['twitter', ''],
  ['instagram', ''],
  ['facebook', ''],
  ['tiktok', ''],
  ['scribd', ''],
  ['slideshare', ''],
  ['googlemaps', ''],
  ['googlevideo', ''],
  ['gist', ''],
  ['iframe', ''],
  ['vc_video', ''],
  ['et_pb_video', ''],
  ['fusion_youtube', 'https://www.youtube.com/watch?v='],
  ['fusion_vimeo', 'https://vimeo.com/'],
]);

const CAPTION = /^(?:wp_)?caption$/;
const RECORDING = /^(?:audio|video|mp3|mp3j|mp4|podcast|powerpress|player|wpvideo|videopress)$/;
/** Forms, galleries by number, advertisements, menus: things that a script of the website makes. */
const DROPPED =
  /^(?:gallery|playlist|contact-(?:form(?:-7)?|field)|gravityforms?|wpforms|ninja_forms?|formidable|fluentform|mc4wp_form|mailpoet_form|newsletter_?(?:form|signup)?|subscribe2?|adsense|ads?|advanced_ads|the_ad|adrotate|bsa_pro_ad_space|rev_slider|layerslider|metaslider|smartslider3|slideshow|ngg\w{0,20}|nggallery|foogallery|envira-gallery|products?|add_to_cart|woocommerce_\w{1,30}|addtoany|sharethis|ssba|jetpack[-_][\w-]{1,40}|recent-posts|related[-_]posts|jprel|toc|ez-toc|polldaddy|crowdsignal|poll|wp_?datatable|table|wp-review|do_widget|sidebar|wpdm_package|wpdatachart|visualizer|tribe_events\w{0,20}|events_list|elementor-template|timeline-express)$/;
/** Their content is code in base64. */
const HIDDEN = /^(?:vc_raw_(?:html|js)|fusion_code)$/;
/** Page builders, by the prefix of their shortcodes: the tags lay out the page, and the text between is the article. */
const BUILDER =
  /^(?:vc|et_pb|fusion|av|cs|mk|nectar|tatsu|kc|ux|themify|dt|qode|edgtf|mkdf|eltdf|tdc|tdb|td_block|wpb|su|siteorigin|vcex|thb|ultimate|us|gem|bs|oxygen|ct|brxe?|mpc|cmsms|theme|stm|ohio|penci|jnews|trx|porto|woodmart)_[a-z0-9_]{2,50}$/;

/** The kind of a shortcode that is known by its name. Undefined for any other word. */
export function kindOfShortcode(name: string): ShortcodeKind | undefined {
  if (CAPTION.test(name)) return 'caption';
  if (SITES.has(name)) return 'link';
  if (RECORDING.test(name)) return 'recording';
  if (DROPPED.test(name)) return 'dropped';
  if (HIDDEN.test(name)) return 'hidden';
  return BUILDER.test(name) ? 'layout' : undefined;
}

/** Shortcodes within a line. Any other shortcode of a page builder is a block. */
export const INLINE = /_(?:highlight|dropcap|label|tooltip|popover|button|icon|lightbox|link|text_color)$/;

/** Shortcodes of page builders whose attribute is a text that readers see, and the attribute. */
export const TEXT_ATTRIBUTES: readonly { name: RegExp; attribute: string; element: 'h3' | 'p' }[] = [
  { name: /^vc_custom_heading$/, attribute: 'text', element: 'h3' },
  { name: /_(?:heading|title|fancy_heading)$/, attribute: 'title', element: 'h3' },
  {
    name: /_(?:tab|toggle|accordion_item|blurb|cta|tta_section|icon_box)$/,
    attribute: 'title',
    element: 'h3',
  },
];
