// Whole addresses as words of the index: one word each, with who it was in the message, so that a whole address is found
// like any other word. unicode61 takes characters of private use for letters (sqlite.org/fts5.html, section 4.3.1), and
// nobody types them.
import type { Address } from '../contract/model.ts';
import { mailboxOf } from '../search/addresses.ts';
import type { AddressField } from '../search/query.ts';

export type AddressRole = AddressField | 'delivered';

const privateUse = 0xe100;
const ascii = 0x80;
const roles: Readonly<Record<AddressRole, string>> = {
  from: '\ue000',
  to: '\ue001',
  cc: '\ue002',
  bcc: '\ue003',
  delivered: '\ue004',
};

/** What separates words becomes something that does not. */
const joined = (address: string) =>
  address.toLowerCase().replace(/[^\p{L}\p{N}_]/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code < ascii
      ? String.fromCodePoint(privateUse + code)
      : `${String.fromCodePoint(privateUse + ascii)}${code}_`;
  });

export function addressWord(role: AddressRole, address: string): string {
  return roles[role] + joined(address);
}

/** All words of one address: the mailbox that it belongs to as well, where that is written otherwise. */
export function addressWords(role: AddressRole, { email }: Pick<Address, 'email'>): string[] {
  if (email === '') return [];
  const mailbox = mailboxOf(email);
  const word = addressWord(role, email);
  return mailbox === email.toLowerCase() ? [word] : [word, addressWord(role, `mailbox ${mailbox}`)];
}

/** Any of one's own addresses, however written: the words to look for. */
export function ownWords(role: AddressRole, ownAddresses: readonly string[]): string[] {
  const mailboxes = [...new Set(ownAddresses.map(mailboxOf))];
  return mailboxes.flatMap((mailbox) => [addressWord(role, mailbox), addressWord(role, `mailbox ${mailbox}`)]);
}
