// Address headers as names and addresses. The grammar is postal-mime's: maintained, typed, without dependencies, and it
// survives what real mail writes.
import { addressParser } from 'postal-mime';
import type { Address } from '../contract/model.ts';

/** More than any list of recipients worth showing; a header can be megabytes long. */
const maxAddresses = 2_000;
const maxLength = 200_000;

/** Groups are flattened to their members. Text that is no address at all is kept as a name. */
export function parseAddresses(header: string): Address[] {
  if (header.trim() === '') return [];
  return addressParser(header.slice(0, maxLength), { flatten: true })
    .slice(0, maxAddresses)
    .map(({ name, address }) => ({ name: name.trim(), email: (address ?? '').trim() }))
    .filter(({ name, email }) => name !== '' || email !== '');
}
