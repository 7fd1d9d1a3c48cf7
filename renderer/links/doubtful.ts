// Whether links of a message are to be asked about because of who sent it: pure.
import type { Message } from '../../electron/contract/model.ts';
import { authenticationOf } from '../../electron/mail/authentication.ts';

export function isDoubtful(message: Pick<Message, 'labelIds' | 'headers' | 'from'>): boolean {
  const { mark } = authenticationOf(message);
  return message.labelIds.includes('SPAM') || mark === 'failed' || mark === 'unauthenticated';
}
