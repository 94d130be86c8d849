import { phrases } from '../../words.ts';
import { pattern } from './rule.ts';
import type { BoilerplateSet } from './rule.ts';

export const en: BoilerplateSet = {
  related: phrases(`
    Read also | Also read | Read more | Related | Related stories | Related articles | Related news
    Related coverage | See also | More on this story | More stories | More from | You may also like
    You might also like | Recommended | Recommended stories | Most read | Most popular | More on this topic
    More on this | Keep reading | Editors’ picks | Editor's picks | Read this next | In case you missed it
    Latest news | Other stories | Similar articles | Trending | Trending now | Top stories | Further reading
    Up next | Related topics | Recommended reading | More news | Related links | Related content | Read next
    Don't miss | Also on this site
  `),
  headings: [/^more (?:from|in|on|about) (?:the )?\p{L}[\p{L} ]{1,30}$/iu],
  buttons: phrases(`
    Terms | Terms of use | Terms of service | Terms & conditions | Privacy | Privacy policy
    Cookies | Cookie policy | Cookie settings | About us | About | Contact | Contact us | Careers
    Advertise | Help | Share | Tweet | Pin | Email | E-mail | Print | Save | Facebook | Twitter | X
    WhatsApp | Telegram | LinkedIn | Reddit | Copy link | Comments | Comment | Follow | Subscribe
    Instagram | YouTube | Flipboard | Messenger | Share on Facebook | Share on Twitter | Share on X
    Share via Email | Share on WhatsApp | Listen | Bluesky | Threads
  `),
  lone: phrases(`
    Join the conversation | Support us | Contact us | Privacy policy | Terms of use | Bookmark
    Comments | Share | Save | Print | Listen | Listen to this article | Show comments | Back to top
    View comments | Add a comment | Leave a comment | Read comments | Copy link | Gift this article
    Post a comment | Share this | Share this article | Share this story | Print this article
    Save for later | Follow | Subscribe
  `),
  anywhere: [
    pattern('disclaimer', /^\W{0,3}disclaimer\s*[:：–—-]/iu, 1500),
    pattern(
      'disclaimer',
      /^(?:the )?(?:views|opinions)(?: and opinions)? expressed (?:in this|here|by the|are)/iu,
      600,
    ),
    pattern('copyright', /^(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4}))/iu, 300),
    pattern('copyright', /^all rights reserved\b/iu, 200),
    pattern(
      'copyright',
      /^this (?:article|story|material) (?:may not be (?:published|reproduced|republished)|(?:was|is) (?:originally|first) published)/iu,
      300,
    ),
    pattern(
      'advertisement',
      /^\W{0,4}(?:advertisement|sponsored(?: content)?|skip advertisement|story continues below(?: this)?(?: advertisement)?|article continues (?:below|after)(?: this)?(?: ad(?:vertisement)?)?)\W{0,4}$/iu,
      80,
    ),
    pattern(
      'continue',
      /^\W{0,3}(?:continue reading|read the full (?:story|article)|click here to read more|read more here)\W{0,3}$/iu,
      80,
    ),
    pattern('end mark', /^\W{0,4}(?:end|ends)\W{0,4}$/u, 20),
    pattern(
      'follow',
      /^(?:sign up|subscribe)(?: now| today)? (?:for|to) (?:our|the) .{0,60}newsletters?[.!]?$/iu,
      120,
    ),
    pattern('follow', /^get (?!.*\bsaid\b).{1,80} (?:in|to) your inbox\b.{0,40}$/iu, 160),
    pattern('platform', /^Notice: The content above \(including/iu, 400),
    pattern('related', /^\W{0,3}click here (?:to|for)\b/iu, 100),
  ],
  top: [
    pattern(
      'follow',
      /^follow (?:us|.{1,30}) on (?:facebook|twitter|x|instagram|tiktok|linkedin|whatsapp|bluesky|threads|youtube|telegram|google news)(?:(?:,| and|, and| or) (?:facebook|twitter|x|instagram|tiktok|linkedin|whatsapp|bluesky|threads|youtube|telegram|google news)){0,4}[.!]?$/iu,
      120,
    ),
    pattern(
      'release',
      /^(?:news|press|media) release\W{0,3}$|^for (?:immediate )?(?:release|publication)\b[^.]{0,40}$/iu,
      80,
    ),
    pattern(
      'advisory',
      /^\((?:adds|updates|recasts|rewrites|refiles|repeats|writes through)\b[^()]*\)$/iu,
      240,
    ),
  ],
  end: [
    pattern(
      'follow',
      /^(?:follow|find|see|read|more)\b.{0,80}\b(?:coverage|stories)\b.{0,80}(?:https?:\/\/|www\.)\S+$/iu,
      240,
    ),
    pattern(
      'author note',
      /\b(?:(?:reach|contact|e-?mail|follow) (?:him|her|them)|can be (?:reached|contacted|followed))\b.{0,120}@\w/iu,
      300,
    ),
    pattern('related', /^[?▶►▷➤→»👉]\s*(?![^:：]{1,14}[:：])\S.*[^.;]$/u, 140),
    pattern(
      'follow',
      /^(?:(?:follow|like|join) us(?:\s*[:!.]?$|\s*:| on\b| at @)|follow .{1,30} on (?:facebook|twitter|x|instagram|tiktok|linkedin|whatsapp|bluesky|threads|youtube|telegram)\b|subscribe (?:now|to (?:our|the|.{1,30}newsletter))|sign up (?:now|(?:for|to) .{0,40}(?:newsletter|alert|e-?mail|inbox|briefing|updates))|get (?:(?:the (?:latest|best|day)|our|all the|more) .{0,60}(?:inbox|e-?mail|app|newsletter)|our (?:\w+ )?(?:app|newsletter))|download (?:the|our) .{0,30}app\b|join our (?:channel|newsletter|community|whatsapp|telegram|facebook))/iu,
      200,
    ),
    pattern(
      'contact',
      /^(?:(?:media|press) (?:contacts?|enquiries|inquiries|office)(?: details)?(?=\s*[:：])|contact us|got a (?:news )?(?:tip|story)|have a (?:news )?(?:tip|story)|do you have a (?:news )?(?:tip|story)|email (?:us|the newsroom|our news)|send (?:us )?(?:your )?(?:tips|feedback|corrections)|report an? (?:error|typo)|for (?:corrections|feedback|licensing)|to (?:report|request) a correction)\b/iu,
      240,
    ),
    // Marks with which agencies and press offices end their texts.
    pattern('end mark', /^(?:_{3,}|#{3,}|[-–—] ?30 ?[-–—])$/u, 20),
    pattern('tags', /^(?:tags?|filed under|posted in|topics|categor(?:y|ies)|keywords)\s*[:：]/iu, 200),
    pattern(
      'copyright',
      /^(?:re(?:printed|published) (?:here )?with (?:the )?(?:kind )?permission|reproduction (?:in whole or in part )?is (?:prohibited|forbidden)|no part of this)/iu,
      200,
    ),
    pattern(
      'source note',
      /^a version of this (?:article|story|piece) (?:appears|appeared|ran|was published)\b/iu,
      400,
    ),
    pattern('author note', /^(?:Write|Contact|E-?mail) (?:to )?\p{Lu}.{2,80} at \S+@\S+$/u, 160),
    pattern(
      'source note',
      /^this (?:article|story|post|report) (?:(?:was|is) )?(?:(?:first|originally) (?:appeared|published|ran)|(?:has been )?updated|appeared)/iu,
      200,
    ),
    pattern(
      'follow',
      /^(?:stay (?:up to date|informed|connected|tuned)|never miss an? (?:story|update|headline)|don[’']t miss an? (?:story|update|thing)|get (?:breaking|alerts|news|daily)|support (?:independent|local|our) (?:journalism|newsroom)(?=$|[.,!:]| (?:today|by|with))|donate (?:now|today|here)|become a (?:member|subscriber|supporter)(?=$|[.,!:]| (?:today|now|of ours))|already a subscriber|read more (?:on|in) our)/iu,
      200,
    ),
    pattern('comments', /^(?:\d+ comments?|comments? ?\(\d+\))$/iu, 40),
    pattern('copyright', /^our standards: the .{0,60}principles/iu, 120),
    pattern(
      'share',
      /^share (?:this (?:article|story|post|page|on|via|with)|on (?:facebook|twitter|x|linkedin|whatsapp|social)|via (?:e-?mail|whatsapp|facebook|twitter))\b/iu,
      80,
    ),
  ],
};
