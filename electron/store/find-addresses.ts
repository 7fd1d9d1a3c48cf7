// Whole addresses → conditions. The word index narrows down where an address may be; the stored addresses decide.
import { isOwn, mailboxOf } from '../search/addresses.ts';
import { wordsOf } from '../search/words.ts';
import {
  allOf,
  anyOf,
  type Condition,
  everything,
  match,
  nothing,
  type Param,
  type Sql,
  sql,
} from './find-condition.ts';
import { type WordField, wordsMatch } from './find-words.ts';

export type AddressRole = 'from' | 'to' | 'cc' | 'bcc';
type Field = AddressRole | 'any' | 'addresses';

/** `to:` finds copies too. */
export function rolesOf(field: Field): readonly AddressRole[] {
  if (field === 'any' || field === 'addresses') return ['from', 'to', 'cc', 'bcc'];
  return field === 'to' ? ['to', 'cc', 'bcc'] : [field];
}

const inContent = (role: AddressRole) =>
  `(SELECT addresses -> '$.${role}' FROM content WHERE content.key = message.key)`;

/** To has a copy beside the message itself, which is quicker to reach. */
const stored: Readonly<Record<AddressRole, string>> = {
  from: inContent('from'),
  to: 'message.recipients',
  cc: inContent('cc'),
  bcc: inContent('bcc'),
};

/** Some address of the message passes the test, which is SQL on `name` and `email`. */
export function addressesIn(role: AddressRole, test: string, ...params: readonly Param[]): Sql {
  const addresses = `SELECT value ->> 'name' AS name, lower(value ->> 'email') AS email FROM json_each(${stored[role]})`;
  return sql(`EXISTS (SELECT 1 FROM (${addresses}) WHERE ${test})`, ...params);
}

interface AddressContext {
  readonly ownAddresses: readonly string[];
  readonly fts: boolean;
}

const inRoles = (field: Field, test: string, param: string) =>
  anyOf(rolesOf(field).map((role) => addressesIn(role, test, param)));

/** The same as `mailboxOf`. */
const mailbox = (() => {
  const local = `substr(email, 1, instr(replace(email, '+', '@'), '@') - 1)`;
  const domain = `substr(email, instr(email, '@') + 1)`;
  const google = `replace(${local}, '.', '') || '@gmail.com'`;
  return `CASE WHEN ${domain} IN ('gmail.com', 'googlemail.com') THEN ${google} ELSE ${local} || '@' || ${domain} END`;
})();

/** Points come and go in a gmail.com address, so that its own words can't be looked up. */
function nearOwn(field: WordField, mailboxes: readonly string[]): Condition {
  return anyOf(
    mailboxes.map((one) => {
      const [local = '', domain = ''] = one.split('@');
      const parts = domain === 'gmail.com' ? [] : [local];
      const domains = domain === 'gmail.com' ? [domain, 'googlemail.com'] : [domain];
      const matches = (text: string) => match(wordsMatch(field, wordsOf(text)));
      return allOf([...parts.map(matches), anyOf(domains.map(matches))]);
    }),
  );
}

const columnsOf = (field: Field): WordField => (field === 'any' ? 'addresses' : field);

/** Any of one's own addresses, however written. */
export function ownAddress(field: Field, { ownAddresses, fts }: AddressContext): Condition {
  const mailboxes = [...new Set(ownAddresses.map(mailboxOf))];
  if (mailboxes.length === 0) return nothing;
  return allOf([
    fts ? nearOwn(columnsOf(field), mailboxes) : everything,
    inRoles(field, `${mailbox} IN (SELECT value FROM json_each(?))`, JSON.stringify(mailboxes)),
  ]);
}

export function wholeAddress(field: Field, address: string, context: AddressContext): Condition {
  if (isOwn(address, context.ownAddresses)) return ownAddress(field, context);
  return allOf([
    context.fts ? match(wordsMatch(columnsOf(field), wordsOf(address))) : everything,
    inRoles(field, 'email = ?', address),
  ]);
}
