// Address headers of a message, as far as they are worth showing.
import type { Address } from '../contract/model.ts';
import { readAddresses } from '../mail/address-list.ts';
import { decoded } from './parts.ts';

/** More than any list of recipients worth showing; a header can be megabytes long. */
const maxAddresses = 2_000;
const maxLength = 200_000;

/** Groups are flattened to their members. Text that is no address at all is kept as a name. */
export function parseAddresses(header: string): Address[] {
  return (
    readAddresses(header.slice(0, maxLength))
      .take(maxAddresses)
      // Not before: what is in an encoded word is part of a name, whatever it looks like (RFC 2047, section 6.2).
      .map(({ name, email }) => ({ name: decoded(name).trim(), email: email.trim() }))
      .map(({ name, email }) => ({ name: name === email ? '' : name, email }))
      .filter(({ name, email }) => name !== '' || email !== '')
      .toArray()
  );
}
