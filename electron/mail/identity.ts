// Warnings about who wrote a message: where its name, its address and its other headers say different things. As data,
// the gravest first; the wording is the renderer's.
import type { Address, Message } from '../contract/model.ts';
import { readAddresses } from './address-list.ts';
import { hasInvisible } from './characters.ts';
import { isSameOwner, normalHost, readHost } from './hosts.ts';
import { mixesAlike, passesForLatin } from './scripts.ts';
import { cleanEmail, cleanName } from './shown-names.ts';

export type IdentityWarning =
  /** No address at all to answer to. */
  | { readonly kind: 'no-author' }
  /** The name is written like an address that is not the sender's. */
  | { readonly kind: 'name-is-address'; readonly claimed: string; readonly email: string }
  /** The name is that of somebody who is known, and the address is not. */
  | { readonly kind: 'name-of-another'; readonly name: string; readonly email: string }
  | { readonly kind: 'several-authors'; readonly emails: readonly string[] }
  /** The domain passes for another: in part (`mixed`) or wholly of letters that look Latin. */
  | { readonly kind: 'look-alike-domain'; readonly domain: string; readonly resembles: string | null }
  | { readonly kind: 'look-alike-name'; readonly name: string }
  /** Letters beyond those that the person reads. `domain` in ASCII. */
  | { readonly kind: 'foreign-domain'; readonly domain: string }
  | { readonly kind: 'hidden-characters'; readonly where: 'name' | 'address' }
  | { readonly kind: 'reply-elsewhere'; readonly email: string }
  | { readonly kind: 'sent-by-another'; readonly email: string };

/** Whose addresses are anybody's: two of them are two people. */
const lent =
  /^(?:(?:gmail|googlemail|outlook|hotmail|live|msn|aol|icloud|me|mac|mail|gmx|qq|163|126|protonmail|fastmail|zoho)\.com|(?:gmx|web)\.(?:de|net|at|ch)|yahoo\.[a-z.]+|proton\.me|(?:mail|yandex|rambler)\.ru|naver\.com|chmail\.ir)$/;

const longestHeader = 2_000;
const most = 20;

/** Blanks in it are no less an address to whoever reads it. */
const mailboxIn =
  /[\p{L}\p{N}\p{M}._%+'-]{1,64}\s?[@＠﹫]\s?[\p{L}\p{N}\p{M}-]{1,63}(?:\s?[.．。｡]\s?[\p{L}\p{N}\p{M}-]{1,63}){1,8}/u;

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
const domainOf = (email: string) => normalHost(cleanEmail(email).split('@').at(-1) ?? '');

/** Gmail delivers to one mailbox whatever its dots and what follows a `+` (support.google.com/mail/answer/7436150, 22370). */
function mailboxOf(email: string): string {
  const [, user, domain] = /^([^@+]*)(?:\+[^@]*)?@(?:gmail|googlemail)(\.com)$/.exec(email.toLowerCase()) ?? [];
  return user === undefined ? email.toLowerCase() : `${user.replaceAll('.', '')}@gmail${domain}`;
}

function* nameWarnings({ name, email }: Address): Generator<IdentityWarning> {
  const claimed = mailboxIn.exec(cleanName(name).normalize('NFKC'))?.[0].replaceAll(' ', '');
  if (claimed !== undefined && !same(claimed, email)) yield { kind: 'name-is-address', claimed, email };
}

function* letterWarnings({ name, email }: Address, languages: readonly string[]): Generator<IdentityWarning> {
  const domain = domainOf(email);
  const host = domain === undefined ? undefined : readHost(domain, languages);
  if (host && (host.isMixed || host.resembles !== null)) {
    yield { kind: 'look-alike-domain', domain: host.ascii, resembles: host.resembles };
  } else if (host?.isForeign) yield { kind: 'foreign-domain', domain: host.ascii };
  const shown = cleanName(name);
  if (mixesAlike(shown) || passesForLatin(shown, languages)) yield { kind: 'look-alike-name', name: shown };
  if (hasInvisible(email.slice(0, longestHeader))) yield { kind: 'hidden-characters', where: 'address' };
  if (hasInvisible(name.slice(0, longestHeader))) yield { kind: 'hidden-characters', where: 'name' };
}

/** Only to another owner, or another's mailbox at a host that lends them: shops answer from `reply.shop.example`. */
function* replyWarnings(from: Address, replyTo: readonly Address[]): Generator<IdentityWarning> {
  const own = domainOf(from.email);
  const isOwn = (email: string): boolean => {
    if (mailboxOf(email) === mailboxOf(from.email)) return true;
    const domain = domainOf(email);
    return own !== undefined && domain !== undefined && !lent.test(own) && isSameOwner(own, domain);
  };
  const other = replyTo.find(({ email }) => email !== '' && !isOwn(email));
  if (other) yield { kind: 'reply-elsewhere', email: cleanEmail(other.email) };
}

function senderOf(headers: Message['headers']): string | undefined {
  const value = headers.find(({ name }) => name.toLowerCase() === 'sender')?.value.slice(0, longestHeader);
  return value === undefined ? undefined : readAddresses(value).next().value?.email;
}

/** Only where one address alone is known by that name, and it is another owner's: people have several, and change them. */
function* namesakeWarnings({ name, email }: Address, known: readonly Address[]): Generator<IdentityWarning> {
  const [one, another] = known;
  if (one === undefined || another !== undefined || same(one.email, email)) return;
  const [own, theirs] = [domainOf(email), domainOf(one.email)];
  if (own !== undefined && theirs !== undefined && !lent.test(own) && isSameOwner(own, theirs)) return;
  yield { kind: 'name-of-another', name: cleanName(name), email: cleanEmail(one.email) };
}

/** `languages`: those that the person reads, BCP 47. `known`: who else is known by the author's name. */
export function identityWarnings(
  message: Pick<Message, 'from' | 'replyTo' | 'headers'>,
  languages: readonly string[],
  known: readonly Address[] = [],
): readonly IdentityWarning[] {
  const [author] = message.from;
  if (author === undefined || author.email === '') return [{ kind: 'no-author' }];
  const emails = [...new Set(message.from.map(({ email }) => cleanEmail(email)))].slice(0, most);
  const fields = message.headers.filter(({ name }) => name.toLowerCase() === 'from').length;
  const sender = senderOf(message.headers);
  return [
    ...nameWarnings(author),
    ...namesakeWarnings(author, known),
    ...(emails.length > 1 || fields > 1 ? [{ kind: 'several-authors' as const, emails }] : []),
    ...letterWarnings(author, languages),
    ...replyWarnings(author, message.replyTo),
    ...(sender && !same(sender, author.email) ? [{ kind: 'sent-by-another' as const, email: cleanEmail(sender) }] : []),
  ];
}
