// Whom a row names, and how: pure.
import type { Address, MessageRow } from '../../electron/contract/model.ts';
import { cleanEmail, cleanName } from '../../electron/mail/shown-names.ts';
import { isOwn } from '../../electron/search/addresses.ts';
import { listed } from '../wording/translate.ts';

export function nameOf({ name, email }: Address): string {
  return cleanName(name) || cleanEmail(email);
}

/** One's own mail, sent or not yet, is listed by whom it goes to. */
export function isSent({ labelIds }: Pick<MessageRow, 'labelIds'>): boolean {
  return (labelIds.includes('SENT') || labelIds.includes('DRAFT')) && !labelIds.includes('INBOX');
}

/** Who has a name of several words goes by the first, among others: of `Last, First` that is the one behind the comma. */
function briefName(address: Address): string {
  const name = nameOf(address);
  if (name.includes('@')) return name.split('@')[0] || name;
  const [, first] = /^[^,]+,\s*(\S+)/.exec(name) ?? /^(\S+)/.exec(name) ?? [];
  return first ?? name;
}

const mostNamed = 3;

/** In the order in which they wrote: the first and the latest where there are too many. */
export function sendersLine(senders: readonly Address[], own: readonly string[], me: string): string {
  const [only] = senders;
  if (senders.length === 1 && only) return isOwn(only.email, own) ? me : nameOf(only);
  const named = senders.map((sender) => (isOwn(sender.email, own) ? me : briefName(sender)));
  // Whoever writes from two addresses is one and the same.
  const names = named.filter((name, at) => name !== me || named.indexOf(me) === at);
  if (names.length <= mostNamed) return listed(names);
  return `${names[0]} … ${listed(names.slice(1 - mostNamed))}`;
}

/** Everything in the conversation is one's own. */
export function isMonologue(senders: readonly Address[], own: readonly string[]): boolean {
  return senders.length > 0 && senders.every(({ email }) => isOwn(email, own));
}
