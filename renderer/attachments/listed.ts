// Which attachments are listed below a message, and what is to be said of each: pure. What its HTML shows in its midst is
// there already.
import type { Content } from '../../electron/contract/body.ts';
import type { Attachment } from '../../electron/contract/model.ts';
import { cleanLine } from '../../electron/mail/characters.ts';
import { type Danger, dangerOf } from '../../electron/mail/file-dangers.ts';
import { type FileKind, kindByExtension, kindByType, kindOf, type Preview } from '../../electron/mail/file-kinds.ts';
import { effectiveExtension } from '../../electron/mail/file-names.ts';

export interface ListedFile {
  readonly partId: string;
  /** As it is shown: whole, with its ending. */
  readonly name: string;
  /** The ending that decides what opens it; empty where there is none. */
  readonly extension: string;
  readonly kind: FileKind | undefined;
  readonly danger: Danger | undefined;
  readonly preview: Preview;
  readonly mimeType: string;
  readonly sizeBytes: number;
}

/** A picture of a letterhead is smaller; a photograph may be wanted as a file, wherever it is shown. */
const mostInlineBytes = 100_000;
const reference = /\bcid:([^"'\s<>)]{1,300})/gi;

/** Only pictures are ever shown there; of what says nothing of itself, its bytes are looked at. */
function mayBePicture(mimeType: string): boolean {
  const kind = kindByType(mimeType);
  return kind === 'picture' || (kind === undefined && !/^(?:text|audio|video)\//i.test(mimeType));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).toLowerCase();
  } catch {
    return text.toLowerCase();
  }
}

function shownInline(content: Pick<Content, 'parts' | 'related'>): ReadonlySet<string> {
  if (content.related.length === 0) return new Set();
  const referred = new Set(
    content.parts.flatMap(({ html }) => [...(html ?? '').matchAll(reference)].map(([, id = '']) => decoded(id))),
  );
  const shown = content.related.filter(
    ({ contentId, mimeType, sizeBytes }) =>
      sizeBytes <= mostInlineBytes && mayBePicture(mimeType) && referred.has(contentId.toLowerCase()),
  );
  return new Set(shown.map(({ partId }) => partId));
}

function listed({ partId, filename, mimeType, sizeBytes }: Attachment): ListedFile {
  const extension = effectiveExtension(filename);
  return {
    partId,
    name: cleanLine(filename, 500),
    extension: filename === '' ? '' : extension,
    kind: kindByExtension(extension) ?? kindByType(mimeType),
    danger: dangerOf(filename, mimeType),
    preview: kindOf(filename, mimeType),
    mimeType,
    sizeBytes,
  };
}

/** `content`: null while it is not known. */
export function listedFiles(
  attachments: readonly Attachment[],
  content: Pick<Content, 'parts' | 'related'> | null,
): readonly ListedFile[] {
  if (!content) return attachments.map(listed);
  const inline = shownInline(content);
  const known = new Set(attachments.map(({ partId }) => partId));
  // A text that HTML could refer to, as to a picture, stands nowhere else.
  const besides = content.related
    .filter(({ partId }) => !known.has(partId))
    .map(({ contentId: _, ...part }): Attachment => ({ ...part, filename: '' }));
  return [...attachments, ...besides].filter(({ partId }) => !inline.has(partId)).map(listed);
}

/** Something that is looked at here as what it is: a picture, a PDF or a text. */
export function canBeLookedAt({ preview }: ListedFile): boolean {
  return preview === 'picture' || preview === 'pdf' || preview === 'text' || preview === 'calendar';
}
