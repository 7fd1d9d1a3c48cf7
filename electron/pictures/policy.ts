// Whether pictures that lie elsewhere may be fetched for a message at all, whatever the window asks for.
import type { SenderChoice } from '../contract/body.ts';
import type { Message } from '../contract/model.ts';
import { isAuthenticated } from '../mail/authentication.ts';

/** RFC 1847 and RFC 8551. A stranger may have wrapped a contact around somebody else's secret (EFAIL). */
const encrypted =
  /^\s*(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime(?!.*smime-type\s*=\s*"?signed-data)|application\/pgp-encrypted)/is;

export const isEncrypted = ({ headers, attachments }: Pick<Message, 'headers' | 'attachments'>) =>
  headers.some(({ name, value }) => name.toLowerCase() === 'content-type' && encrypted.test(value)) ||
  attachments.some(({ mimeType }) => encrypted.test(mimeType));

export function mayFetchPictures(message: Message, wantedFor: 'message' | 'sender', choice: SenderChoice): boolean {
  if (message.labelIds.includes('SPAM') || isEncrypted(message)) return false;
  return wantedFor === 'message' || (choice.pictures === true && isAuthenticated(message));
}
