import { pattern } from './rule.ts';
import type { BoilerplateSet } from './rule.ts';

export const en: BoilerplateSet = {
  related: [
    ...['Read also', 'Also read', 'Read more', 'Related', 'Related stories', 'Related articles', 'Related news', 'Related coverage'],
    ...['See also', 'More on this story', 'More stories', 'More from', 'You may also like', 'You might also like', 'Recommended'],
    ...['Recommended stories', 'Most read', 'Trending', 'Trending now', 'Top stories', 'Further reading', 'Up next', 'Related topics'],
    ...['Recommended reading', 'More news', 'Related links', 'Related content', 'Read next', "Don't miss", 'Also on this site'],
  ],
  buttons: [
    ...['Share', 'Tweet', 'Pin', 'Email', 'E-mail', 'Print', 'Save', 'Facebook', 'Twitter', 'X', 'WhatsApp', 'Telegram', 'LinkedIn'],
    ...['Reddit', 'Copy link', 'Comments', 'Comment', 'Follow', 'Subscribe', 'Instagram', 'YouTube', 'Flipboard', 'Messenger'],
    ...['Share on Facebook', 'Share on Twitter', 'Share on X', 'Share via Email', 'Share on WhatsApp', 'Listen', 'Bluesky', 'Threads'],
  ],
  anywhere: [
    pattern('disclaimer', /^\W{0,3}disclaimer\s*[:：–—-]/iu, 1500),
    pattern('disclaimer', /^(?:the )?(?:views|opinions)(?: and opinions)? expressed (?:in this|here|by the|are)/iu, 600),
    pattern('copyright', /^(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4}))/iu, 300),
    pattern('copyright', /^all rights reserved\b/iu, 200),
    pattern('copyright', /^this (?:article|story|material) (?:may not be (?:published|reproduced|republished)|(?:was|is) (?:originally|first) published)/iu, 300),
    pattern('advertisement', /^\W{0,4}(?:advertisement|sponsored(?: content)?|story continues below(?: this)?(?: advertisement)?|article continues (?:below|after)(?: this)?(?: ad(?:vertisement)?)?)\W{0,4}$/iu, 80),
    pattern('continue', /^\W{0,3}(?:continue reading|read the full (?:story|article)|click here to read more|read more here)\W{0,3}$/iu, 80),
    pattern('end mark', /^\W{0,4}(?:end|ends)\W{0,4}$/u, 20),
    pattern('platform', /^Notice: The content above \(including/iu, 400),
    pattern('related', /^\W{0,3}click here (?:to|for)\b/iu, 100),
  ],
  end: [
    pattern('related', /^[?▶►▷➤→»👉]\s*\S.*[^.;]$/u, 140),
    pattern('follow', /^(?:follow us|follow .{1,30} on|like us|join us|subscribe (?:to|now)|sign up (?:for|to|now)|get (?:the latest|our)|download (?:the|our) .{0,30}app|join our)\b/iu, 200),
    pattern('contact', /^(?:contact us|got a (?:tip|story)|have a (?:tip|story)|send (?:us )?(?:your )?(?:tips|feedback|corrections)|report an? (?:error|typo)|for (?:corrections|feedback|licensing)|to (?:report|request) a correction)\b/iu, 240),
    pattern('copyright', /^our standards: the .{0,60}principles/iu, 120),
    pattern('share', /^share (?:this|on|via)\b/iu, 80),
  ],
};
