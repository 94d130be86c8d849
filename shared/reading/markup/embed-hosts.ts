/** A site whose frames are part of an article. */
export interface EmbedHost {
  host: RegExp;
  /** The path of the frame's address. */
  path?: RegExp;
  /** The address for people, if the frame's address is a different one. `$1`: the first group of `path`. */
  link?: string;
  /** The parameter of the frame's address that contains the address for people. */
  parameter?: string;
  name: string;
}

/**
 * Sites whose embedded players, posts, maps and charts are part of an article. The first that matches counts. A link
 * is stored in place of the frame, because a frame runs scripts in the reader's program.
 */
export const EMBED_HOSTS: readonly EmbedHost[] = [
  {
    host: /(?:^|\.)youtube(?:-nocookie)?\.com$/,
    path: /^\/embed\/(?!videoseries)([\w-]{6,20})/,
    link: 'https://www.youtube.com/watch?v=$1',
    name: 'YouTube',
  },
  {
    host: /(?:^|\.)youtube\.com$/,
    path: /^\/(?:v|shorts)\/([\w-]{6,20})/,
    link: 'https://www.youtube.com/watch?v=$1',
    name: 'YouTube',
  },
  { host: /(?:^|\.)youtube\.com$/, path: /^\/(?:watch|playlist|embed\/videoseries)/, name: 'YouTube' },
  {
    host: /^youtu\.be$/,
    path: /^\/([\w-]{6,20})/,
    link: 'https://www.youtube.com/watch?v=$1',
    name: 'YouTube',
  },
  { host: /^player\.vimeo\.com$/, path: /^\/video\/(\d+)/, link: 'https://vimeo.com/$1', name: 'Vimeo' },
  { host: /^(?:www\.)?vimeo\.com$/, path: /^\/(?:event\/)?\d/, name: 'Vimeo' },
  {
    host: /(?:^|\.)dailymotion\.com$/,
    path: /^\/embed\/video\/(\w+)/,
    link: 'https://www.dailymotion.com/video/$1',
    name: 'Dailymotion',
  },
  {
    host: /^geo\.dailymotion\.com$/,
    parameter: 'video',
    link: 'https://www.dailymotion.com/video/$1',
    name: 'Dailymotion',
  },
  { host: /(?:^|\.)dailymotion\.com$/, path: /^\/video\//, name: 'Dailymotion' },
  { host: /^player\.bilibili\.com$/, name: 'bilibili' },
  {
    host: /^player\.youku\.com$/,
    path: /^\/embed\/([\w=]+)/,
    link: 'https://v.youku.com/v_show/id_$1.html',
    name: 'Youku',
  },
  { host: /^v\.qq\.com$/, name: 'Tencent Video' },
  { host: /^w\.soundcloud\.com$/, parameter: 'url', name: 'SoundCloud' },
  { host: /^(?:w|api)\.soundcloud\.com$/, name: 'SoundCloud' },
  {
    host: /^open\.spotify\.com$/,
    path: /^\/embed(?:-podcast)?\/(\w+\/\w+)/,
    link: 'https://open.spotify.com/$1',
    name: 'Spotify',
  },
  { host: /^open\.spotify\.com$/, name: 'Spotify' },
  {
    host: /^embed\.podcasts\.apple\.com$/,
    path: /^\/(.+)$/,
    link: 'https://podcasts.apple.com/$1',
    name: 'Apple Podcasts',
  },
  {
    host: /^embed\.music\.apple\.com$/,
    path: /^\/(.+)$/,
    link: 'https://music.apple.com/$1',
    name: 'Apple Music',
  },
  {
    host: /^(?:www\.)?tiktok\.com$/,
    path: /^\/(?:embed(?:\/v\d)?|player\/v1)\/(\d+)/,
    link: 'https://www.tiktok.com/@/video/$1',
    name: 'TikTok',
  },
  { host: /^(?:www\.)?tiktok\.com$/, name: 'TikTok' },
  {
    host: /^(?:[\w-]+\.)?facebook\.com$/,
    path: /^\/(?:v[\d.]+\/)?plugins\/(?:video|post|page|comment_embed)/,
    parameter: 'href',
    name: 'Facebook',
  },
  {
    host: /^(?:www\.)?facebook\.com$/,
    path: /^\/(?:video\/embed|watch|reel|[\w.-]+\/(?:videos|posts)\/)/,
    name: 'Facebook',
  },
  { host: /^(?:cdn\.)?embedly\.com$/, parameter: 'url', name: '' },
  { host: /^(?:cdn\.)?iframe\.ly$|^iframely\.net$/, parameter: 'url', name: '' },
  { host: /^platform\.(?:twitter|x)\.com$/, parameter: 'id', link: 'https://x.com/i/status/$1', name: 'X' },
  { host: /^(?:platform\.)?(?:twitter|x)\.com$/, name: 'X' },
  {
    host: /^(?:www\.)?instagram\.com$/,
    path: /^\/((?:[\w.]{1,40}\/)?(?:p|reel|tv)\/[\w-]+)/,
    link: 'https://www.instagram.com/$1/',
    name: 'Instagram',
  },
  { host: /^(?:www\.)?instagram\.com$/, name: 'Instagram' },
  {
    host: /^(?:www\.)?threads\.(?:net|com)$/,
    path: /^\/(@[\w.]+\/post\/[\w-]+)/,
    link: 'https://www.threads.net/$1',
    name: 'Threads',
  },
  {
    host: /^embed\.bsky\.app$/,
    path: /^\/embed\/(did:[\w:.-]+)\/app\.bsky\.feed\.post\/\w+/,
    name: 'Bluesky',
  },
  { host: /^(?:embed\.)?reddit(?:media)?\.com$|^www\.redditmedia\.com$/, name: 'Reddit' },
  { host: /^t\.me$/, name: 'Telegram' },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/embed\//, name: 'LinkedIn' },
  { host: /^vk\.com$|^vkvideo\.ru$/, path: /^\/video/, name: 'VK' },
  {
    host: /^rutube\.ru$/,
    path: /^\/play\/embed\/(\w+)/,
    link: 'https://rutube.ru/video/$1/',
    name: 'Rutube',
  },
  { host: /^ok\.ru$/, path: /^\/videoembed\/(\d+)/, link: 'https://ok.ru/video/$1', name: 'OK' },
  {
    host: /^embed\.nicovideo\.jp$/,
    path: /^\/watch\/(\w+)/,
    link: 'https://www.nicovideo.jp/watch/$1',
    name: 'niconico',
  },
  { host: /^(?:tv|play-tv)\.(?:naver|kakao)\.com$/, name: 'Video' },
  {
    host: /^player\.twitch\.tv$/,
    parameter: 'video',
    link: 'https://www.twitch.tv/videos/$1',
    name: 'Twitch',
  },
  { host: /^player\.twitch\.tv$/, parameter: 'channel', link: 'https://www.twitch.tv/$1', name: 'Twitch' },
  { host: /^clips\.twitch\.tv$/, parameter: 'clip', link: 'https://clips.twitch.tv/$1', name: 'Twitch' },
  { host: /(?:^|\.)datawrapper\.dwcdn\.net$/, name: 'Datawrapper' },
  { host: /^flo\.uri\.sh$|^(?:public|app)\.flourish\.studio$/, name: 'Flourish' },
  { host: /^(?:e\.)?infogram\.com$/, name: 'Infogram' },
  { host: /^(?:www\.)?google\.(?:com|[a-z]{2}|co\.[a-z]{2})$/, path: /^\/maps(?:\/|$)/, name: 'Google Maps' },
  { host: /^maps\.google\.[a-z.]{2,6}$/, name: 'Google Maps' },
  {
    host: /^docs\.google\.com$/,
    path: /^\/(?:forms|document|spreadsheets|presentation)\//,
    name: 'Google Docs',
  },
  { host: /^drive\.google\.com$/, path: /^\/file\//, name: 'Google Drive' },
  { host: /^calendar\.google\.com$/, name: 'Google Calendar' },
  { host: /^(?:umap\.|www\.)openstreetmap\.(?:org|fr)$/, name: 'OpenStreetMap' },
  { host: /^(?:www\.)?mixcloud\.com$|^player-widget\.mixcloud\.com$/, parameter: 'feed', name: 'Mixcloud' },
  { host: /^(?:www\.)?bandcamp\.com$/, path: /^\/EmbeddedPlayer/, name: 'Bandcamp' },
  { host: /^(?:embed|www)\.ted\.com$/, path: /^\/(talks\/.+)$/, link: 'https://www.ted.com/$1', name: 'TED' },
  {
    host: /^archive\.org$/,
    path: /^\/embed\/([\w.-]+)/,
    link: 'https://archive.org/details/$1',
    name: 'Internet Archive',
  },
  {
    host: /^assets\.pinterest\.com$/,
    parameter: 'id',
    link: 'https://www.pinterest.com/pin/$1/',
    name: 'Pinterest',
  },
  { host: /^giphy\.com$/, path: /^\/embed\/(\w+)/, link: 'https://giphy.com/gifs/$1', name: 'GIPHY' },
  {
    host: /^(?:www\.)?scribd\.com$/,
    path: /^\/embeds\/(\d+)/,
    link: 'https://www.scribd.com/document/$1',
    name: 'Scribd',
  },
  { host: /^embed\.documentcloud\.org$/, name: 'DocumentCloud' },
];

/** Hosts of advertisements, of counters of readers, and of forms that are not part of an article. */
export const NOT_OF_ARTICLE =
  /(?:^|[.-])(?:ads?\d*|adserv\w*|adform|adnxs|advert\w*|banners?|doubleclick|googlesyndication|googletagmanager|google-analytics|googleadservices|amazon-adsystem|taboola|outbrain|criteo|teads|smartadserver|pixel|tracking|tracker|track|counter|stats?|analytics|metrics|beacon|matomo|piwik|scorecardresearch|quantserve|recaptcha|consent|cookie\w*|onetrust|disqus|sharethis|addthis|mailchimp|list-manage|newsletter\w*|vgwort)(?:$|[.-])/i;
