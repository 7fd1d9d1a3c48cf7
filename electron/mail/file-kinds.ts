// What a file claims to be, by its ending and by its declared type, and what can be looked at inside Porthole.
import { effectiveExtension } from './file-names.ts';

export type FileKind =
  | 'picture'
  | 'vector'
  | 'pdf'
  | 'text'
  | 'page'
  | 'calendar'
  | 'message'
  | 'contact'
  | 'sound'
  | 'film'
  | 'office'
  | 'archive'
  | 'program';

/** Kinds by ending and by declared type. An ending or a type that is in none says nothing. */
const kinds: Readonly<Record<FileKind, { readonly extensions: string; readonly types: RegExp }>> = {
  picture: {
    extensions: 'png jpg jpeg jpe jfif gif webp bmp avif tif tiff heic heif ico',
    types: /^image\/(?!svg)/,
  },
  vector: { extensions: 'svg svgz', types: /^image\/svg/ },
  pdf: { extensions: 'pdf', types: /^application\/(?:x-)?pdf$/ },
  text: {
    extensions:
      'txt text log md markdown csv tsv json diff patch yaml yml toml ini conf c h cc cpp rs go java kt swift ts tex srt',
    types:
      /^text\/(?:csv|tab-separated-values|markdown|x-(?:diff|patch|log|markdown)|yaml)$|^application\/(?:json|yaml|toml)$/,
  },
  page: {
    extensions: 'htm html xhtml xht shtml mht mhtml xml xsl xslt',
    types: /^text\/html$|^application\/xhtml|[/+]xml$/,
  },
  calendar: { extensions: 'ics ical ifb', types: /^text\/calendar$|^application\/ics$/ },
  message: { extensions: 'eml', types: /^message\/(?:rfc822|global)$/ },
  contact: { extensions: 'vcf', types: /^text\/(?:x-)?vcard$/ },
  sound: { extensions: 'mp3 m4a aac wav ogg oga opus flac mid amr', types: /^audio\// },
  film: { extensions: 'mp4 m4v mov avi mkv webm mpg mpeg wmv 3gp', types: /^video\// },
  office: {
    extensions:
      'doc docx docm dot dotx dotm xls xlsx xlsm xlsb xlt xltx ppt pptx pptm pps ppsx pot potx odt ods odp rtf pages key numbers',
    types:
      /^application\/(?:msword|rtf|vnd\.(?:ms-(?:excel|powerpoint|word)|openxmlformats|oasis\.opendocument|apple\.))/,
  },
  archive: {
    extensions: 'zip 7z rar gz tgz bz2 xz zst tar cab arj lzh ace',
    types: /^application\/(?:x-)?(?:zip|zip-compressed|7z-compressed|rar|rar-compressed|gzip|tar|bzip2|xz)$/,
  },
  program: {
    extensions: 'exe com scr msi dll bat cmd ps1 vbs jar apk dmg',
    types:
      /^application\/(?:x-msdownload|x-msdos-program|x-dosexec|x-executable|x-msi|x-sh|x-bat|java-archive|x-java-archive|javascript|hta|vnd\.microsoft\.portable-executable|vnd\.android\.package-archive|x-apple-diskimage)$|^text\/(?:javascript|x-sh|vbscript)$/,
  },
};
const entries = Object.entries(kinds) as [FileKind, (typeof kinds)[FileKind]][];
const byExtension = new Map(
  entries.flatMap(([kind, { extensions }]) => extensions.split(' ').map((extension) => [extension, kind] as const)),
);

export function kindByExtension(extension: string): FileKind | undefined {
  return byExtension.get(extension);
}

/** Undefined for types that mailers give to anything, `text/plain` among them. */
export function kindByType(mimeType: string): FileKind | undefined {
  const type = (mimeType.slice(0, 200).split(';')[0] ?? '').trim().toLowerCase();
  return entries.find(([, { types }]) => types.test(type))?.[0];
}

const isPlainText = (mimeType: string) => /^\s*text\/plain\b/i.test(mimeType);

/** How a file can be looked at inside Porthole; `none` also where its name and its type say different things. */
export type Preview = 'picture' | 'pdf' | 'text' | 'calendar' | 'message' | 'none';
const previews: ReadonlySet<string> = new Set<Preview>(['picture', 'pdf', 'text', 'calendar', 'message']);
/** Nothing here draws these. */
const notDrawn = /^(?:tiff?|heic|heif|ico)$/;

export function kindOf(name: string, mimeType: string): Preview {
  const extension = effectiveExtension(name);
  const byName = kindByExtension(extension);
  const declared = kindByType(mimeType);
  if ((byName && declared && byName !== declared) || notDrawn.test(extension)) return 'none';
  const kind = declared ?? byName ?? (isPlainText(mimeType) ? 'text' : undefined);
  return kind !== undefined && previews.has(kind) ? (kind as Preview) : 'none';
}

/** What is drawn here, by the ending of a name or the end of a type: `image/x-citrix-png` is one. */
const drawn = /^(?:a?png|p?jpe?g|jpe|jfif|gif|webp|bmp|avif)$/i;
const isPicture = /^\s*image\//i;
const pictureType = /^\s*image\/(?:[a-z]{1,20}-){0,3}([a-z]{1,20})\s*(?:;|$)/i;

/** Whether HTML can show it in its midst. Of what has no ending and a type that says nothing, only its bytes tell. */
export function mayBeDrawn(name: string, mimeType: string): boolean {
  const extension = effectiveExtension(name);
  const endsDrawn = drawn.test(extension);
  if (isPicture.test(mimeType)) {
    const [, type = ''] = pictureType.exec(mimeType.slice(0, 200)) ?? [];
    return drawn.test(type) && (endsDrawn || kindByExtension(extension) === undefined);
  }
  const saysNothing = kindByType(mimeType) === undefined && !/^\s*(?:text|audio|video)\//i.test(mimeType);
  return saysNothing && (endsDrawn || extension === '');
}
