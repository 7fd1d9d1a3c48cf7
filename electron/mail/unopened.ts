// What a message holds that Porthole does not open, so that a line can say so: its text may lie in there. Pure.
import type { Attachment } from '../contract/model.ts';

export type Unopened =
  /** Encrypted, or signed so that the text lies within the signature (RFC 8551). */
  | 's-mime'
  /** RFC 3156. */
  | 'open-pgp'
  /** Outlook's own wrapping of files and layout: `winmail.dat`. */
  | 'tnef'
  /** One piece of a message that was sent in several: RFC 2046, section 5.2.2. */
  | 'piece'
  /** Lies elsewhere, and is fetched by nobody: RFC 2046, section 5.2.3. */
  | 'elsewhere';

const types: readonly (readonly [what: Unopened, mimeType: RegExp, filename?: RegExp])[] = [
  ['s-mime', /^application\/(?:x-)?pkcs7-mime$/i, /\.p7m$/i],
  ['open-pgp', /^application\/pgp-encrypted$/i],
  ['tnef', /^application\/(?:vnd\.)?ms-tnef$/i, /^winmail\.dat$/i],
  ['piece', /^message\/partial$/i],
  ['elsewhere', /^message\/external-body$/i],
];
/** The same type has certificates in it, and files that somebody has signed (`invoice.xml.p7m`): these are no message. */
const files = /\.(?:p7c|p7b)$|\.\w{1,5}\.p7m$/i;

/** Each once. */
export function unopenedOf(attachments: readonly Pick<Attachment, 'mimeType' | 'filename'>[]): readonly Unopened[] {
  return types
    .filter(([, type, name]) =>
      attachments.some(
        ({ mimeType, filename }) => (type.test(mimeType) || name?.test(filename) === true) && !files.test(filename),
      ),
    )
    .map(([what]) => what);
}
