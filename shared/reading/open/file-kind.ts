/* eslint-disable no-control-regex -- files of other kinds begin with control characters */
/** How files of other kinds begin, in bytes as Latin-1 text. `within`: a text that tells the kind apart. */
const SIGNATURES: readonly { name: string; start: RegExp; within?: RegExp }[] = [
  { name: 'a PDF file', start: /^%PDF-/ },
  { name: 'a Word document (DOCX)', start: /^PK\x03\x04/, within: /word\/(?:document|_rels|styles)/ },
  {
    name: 'an Excel workbook (XLSX)',
    start: /^PK\x03\x04/,
    within: /xl\/(?:workbook|worksheets|_rels|styles)/,
  },
  { name: 'a PowerPoint file (PPTX)', start: /^PK\x03\x04/, within: /ppt\/(?:presentation|slides|_rels)/ },
  { name: 'an OpenDocument file', start: /^PK\x03\x04/, within: /mimetypeapplication\/vnd\.oasis/ },
  { name: 'an EPUB book', start: /^PK\x03\x04/, within: /mimetypeapplication\/epub/ },
  { name: 'a ZIP archive', start: /^PK(?:\x03\x04|\x05\x06|\x07\x08)/ },
  {
    name: 'a Word, Excel or Outlook file of an old version (DOC, XLS, MSG)',
    start: /^\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1/,
  },
  { name: 'an RTF document', start: /^\s{0,20}\{\\rtf\d/ },
  { name: 'a PostScript file', start: /^%!PS/ },
  { name: 'a JPEG picture', start: /^\xFF\xD8\xFF/ },
  { name: 'a PNG picture', start: /^\x89PNG\r\n/ },
  { name: 'a GIF picture', start: /^GIF8[79]a/ },
  { name: 'a WebP picture', start: /^RIFF[^]{4}WEBP/ },
  { name: 'a TIFF picture', start: /^(?:II\*\0|MM\0\*)/ },
  { name: 'a Windows bitmap', start: /^BM[^]{4}\0{4}/ },
  { name: 'an AVIF or HEIF picture', start: /^[^]{4}ftyp(?:avi[fs]|hei[cfsx]|mif1)/ },
  { name: 'an MP4 video', start: /^[^]{4}ftyp/ },
  { name: 'a Matroska or WebM video', start: /^\x1A\x45\xDF\xA3/ },
  { name: 'a WAV recording', start: /^RIFF[^]{4}WAVE/ },
  { name: 'an MP3 recording', start: /^ID3[\x02-\x04]/ },
  { name: 'an Ogg recording', start: /^OggS\0/ },
  { name: 'a FLAC recording', start: /^fLaC\0/ },
  { name: 'a RAR archive', start: /^Rar!\x1A\x07/ },
  { name: 'a 7-Zip archive', start: /^7z\xBC\xAF\x27\x1C/ },
  { name: 'a bzip2 archive', start: /^BZh[1-9]1AY&SY/ },
  { name: 'an XZ archive', start: /^\xFD7zXZ\0/ },
  { name: 'a Zstandard archive', start: /^\x28\xB5\x2F\xFD/ },
  { name: 'an SQLite database', start: /^SQLite format 3\0/ },
  { name: 'a tar archive', start: /^[^]{257}ustar/ },
  { name: 'a program', start: /^(?:\x7FELF|MZ[^]{58}[^]{2}\0\0)/ },
  { name: 'an Apple binary property list', start: /^bplist0/ },
];

/** Each end of a file in which the names of the files of an archive are searched, in bytes. */
const SEARCHED = 16_384;

/** The name of the kind of file that the bytes begin as. Undefined for text, and for files of unknown kinds. */
export function fileKindOf(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = buffer.toString('latin1', 0, 300);
  const found = SIGNATURES.filter(({ start: pattern }) => pattern.test(start));
  if (found.length === 0) return undefined;
  const ends =
    buffer.toString('latin1', 0, SEARCHED) + buffer.toString('latin1', Math.max(0, buffer.length - SEARCHED));
  return found.find(({ within }) => within === undefined || within.test(ends))?.name;
}
