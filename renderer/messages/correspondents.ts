// Whom a row names, and how: pure.
import type { Address, MessageRow } from '../../electron/contract/model.ts';

export function nameOf({ name, email }: Address): string {
  return name.trim() || email;
}

/** One's own mail is listed by whom it went to. */
export function isSent({ labelIds }: Pick<MessageRow, 'labelIds'>): boolean {
  return labelIds.includes('SENT') && !labelIds.includes('INBOX');
}
