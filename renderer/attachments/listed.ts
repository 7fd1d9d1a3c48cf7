// Which attachments are listed below a message, and what is to be said of each: pure. What its HTML shows in its midst is
// there already.
import type { Content } from '../../electron/contract/body.ts';
import type { Attachment } from '../../electron/contract/model.ts';
import { cleanLine } from '../../electron/mail/characters.ts';
import { type Danger, dangerOf } from '../../electron/mail/file-dangers.ts';
import {
  type FileKind,
  kindByExtension,
  kindByType,
  kindOf,
  mayBeDrawn,
  type Preview,
} from '../../electron/mail/file-kinds.ts';
import { effectiveExtension } from '../../electron/mail/file-names.ts';
import type { Appearance } from '../content/appearance.ts';

/** What a message shows of itself. */
export type Shown = Pick<Content, 'parts' | 'related'> & Partial<Pick<Content, 'calendars'>>;

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
const mayBeShownInline = ({ filename, mimeType, sizeBytes }: Omit<Attachment, 'partId'>) =>
  sizeBytes <= mostInlineBytes && mayBeDrawn(filename, mimeType);

const comment = /<!--(?:-?>|.*?(?:--!?>|$))/gs;
/** Where a picture is drawn, not where a link or a text names one. What stands in a tag in another way than this is listed
 *  besides: better twice than nowhere. */
const reference =
  /(?:<img\b[^<>]*?[\s"'/]src\s{0,9}=|[\s"'/]background\s{0,9}=|\burl\()\s{0,9}["']?\s{0,9}cid:([^"'\s<>)]{1,300})/gi;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).toLowerCase();
  } catch {
    return text.toLowerCase();
  }
}

const referredIn = (html: string) =>
  [...html.replace(comment, '').matchAll(reference)].map(([, id = '']) => decoded(id));

function shownInline(
  { parts, related }: Pick<Content, 'parts' | 'related'>,
  attachments: readonly Attachment[],
): ReadonlySet<string> {
  if (related.length === 0) return new Set();
  const referred = new Set(parts.flatMap(({ html }) => referredIn(html ?? '')));
  const names = new Map(attachments.map(({ partId, filename }) => [partId, filename]));
  const shown = related.filter(
    ({ partId, contentId, ...file }) =>
      mayBeShownInline({ ...file, filename: names.get(partId) ?? '' }) && referred.has(contentId.toLowerCase()),
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

/** An invitation holds its calendar twice: without a name among the versions of its text, where it is a card, and as a file, which
 *  is listed. In doubt both are. */
function withoutCopy(attachments: readonly Attachment[], shown: Shown | null): readonly Attachment[] {
  const sizes = attachments
    .filter(({ filename, mimeType }) => filename !== '' && kindOf(filename, mimeType) === 'calendar')
    .map(({ sizeBytes }) => sizeBytes);
  const [copy, another] = attachments.filter(
    ({ filename, mimeType, sizeBytes }) =>
      filename === '' && /^text\/calendar$/i.test(mimeType) && sizes.includes(sizeBytes),
  );
  const card = shown?.calendars?.find(({ partId }) => partId === copy?.partId);
  const isCard = shown === null || /^BEGIN:VEVENT\s*$/im.test(card?.text ?? '');
  return copy && !another && isCard ? attachments.filter((file) => file !== copy) : attachments;
}

/** `content`: null while it is on its way. What it may show is not listed until then, or the list would jump; where it did not
 *  come, nothing of it is shown. As plain text it shows no picture. */
export function listedFiles(
  attachments: readonly Attachment[],
  content: Shown | null,
  format: Appearance['format'],
): readonly ListedFile[] {
  const files = withoutCopy(attachments, content);
  if (!content) return files.filter((file) => !mayBeShownInline(file)).map(listed);
  const inline = format === 'html' ? shownInline(content, attachments) : new Set();
  const known = new Set(attachments.map(({ partId }) => partId));
  // A text that HTML could refer to, as to a picture, stands nowhere else.
  const besides = content.related
    .filter(({ partId }) => !known.has(partId))
    .map(({ contentId: _, ...part }): Attachment => ({ ...part, filename: '' }));
  return [...files, ...besides].filter(({ partId }) => !inline.has(partId)).map(listed);
}

/** Something that is looked at here as what it is: a picture, a PDF or a text. */
export function canBeLookedAt({ preview }: ListedFile): boolean {
  return preview === 'picture' || preview === 'pdf' || preview === 'text' || preview === 'calendar';
}
