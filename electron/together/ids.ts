// Ids of messages and threads where the mail of several accounts is one list: Gmail gives them out for each account anew, so
// they come with whose they are. Pure.

const separator = '.';

export const qualified = (accountId: string, id: string) => `${accountId}${separator}${id}`;

export interface OwnedId {
  /** Null where the id does not say it. */
  readonly accountId: string | null;
  readonly id: string;
}

export function ownedId(id: string): OwnedId {
  const at = id.indexOf(separator);
  return at < 0 ? { accountId: null, id } : { accountId: id.slice(0, at), id: id.slice(at + 1) };
}
