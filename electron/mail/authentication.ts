// What Gmail found out about where a message comes from, as its own header says (RFC 8601). Believes nothing that a sender
// could have written; knows no wording.
import type { Message } from '../contract/model.ts';
import { isSameOwner, normalHost } from './hosts.ts';

const verdicts = ['pass', 'fail', 'softfail', 'neutral', 'none', 'policy', 'temperror', 'permerror'] as const;
/** `absent`: nothing is said of it. */
export type Verdict = (typeof verdicts)[number] | 'absent';

export interface Checked {
  readonly verdict: Verdict;
  /** Which domain that is about; null where it is not said. */
  readonly domain: string | null;
  /** Whether that is the domain of the address in `From`, or of the same owner. */
  readonly aligned: boolean;
}

export interface Authentication {
  readonly spf: Checked;
  /** The best of its signatures. */
  readonly dkim: Checked;
  readonly dmarc: Checked;
  /** `unknown`: Gmail has not looked, since nobody sent it here: one's own, a chat, imported. */
  readonly mark: 'authenticated' | 'unauthenticated' | 'failed' | 'unknown';
}

type Sent = Pick<Message, 'headers' | 'from' | 'labelIds'>;

const longest = 20_000;
const notReceived: ReadonlySet<string> = new Set(['SENT', 'CHAT', 'DRAFT']);
const absent: Checked = { verdict: 'absent', domain: null, aligned: false };

/** Without comments, and cut at the semicolons that are not quoted. */
function clauses(header: string): string[] {
  const found = [''];
  let depth = 0;
  let quoted = false;
  for (let place = 0; place < header.length; place += 1) {
    const character = header.charAt(place);
    if (character === '\\') place += 1;
    else if (quoted) quoted = character !== '"';
    else if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(depth - 1, 0);
    else if (depth === 0 && character === '"') quoted = true;
    else if (depth === 0 && character === ';') found.push('');
    else if (depth === 0) found.push(`${found.pop()}${character}`);
  }
  return found.map((clause) => clause.trim());
}

/**
 * Gmail puts its own above all that came with the message, right below the `Received` of its own server. What stands
 * below another server's is that one's or the sender's word.
 */
function gmailsOwn(headers: Sent['headers']): string | undefined {
  const names = headers.map(({ name }) => name.toLowerCase());
  const place = names.indexOf('authentication-results');
  const value = headers[place]?.value.slice(0, longest) ?? '';
  if (!/^\s*mx\.google\.com\s*(?:;|\s1\s*;)/i.test(value)) return undefined;
  const above = headers.slice(0, place).filter((_, index) => names[index] === 'received');
  const imported = above.some(({ value: by }) => /\bgmailapi\.google\.com\b|\bwith POP3\b/i.test(by.slice(0, longest)));
  const nearest = above.at(-1)?.value.slice(0, longest);
  return imported || (nearest !== undefined && !/\bby mx\.google\.com\b/i.test(nearest)) ? undefined : value;
}

const domainOf = (value: string | undefined): string | null =>
  value === undefined ? null : (normalHost(value.slice(value.lastIndexOf('@') + 1)) ?? null);

function property(clause: string, names: readonly string[]): string | undefined {
  const words = clause.split(/\s+/);
  return names
    .map((name) => words.find((word) => word.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1))
    .find((value) => value !== undefined);
}

function checked(
  results: readonly string[],
  method: string,
  properties: readonly string[],
  from: string | null,
): Checked {
  const about = results
    .map((clause): Checked | undefined => {
      const [, name, verdict] = /^([\w-]+)(?:\s*\/\s*\d+)?\s*=\s*([\w-]+)/.exec(clause) ?? [];
      if (name?.toLowerCase() !== method) return undefined;
      const domain = domainOf(property(clause, properties));
      return {
        verdict: verdicts.find((known) => known === verdict?.toLowerCase()) ?? 'none',
        domain,
        aligned: domain !== null && from !== null && isSameOwner(domain, from),
      };
    })
    .filter((one) => one !== undefined);
  const passed = about.filter(({ verdict }) => verdict === 'pass');
  return passed.find(({ aligned }) => aligned) ?? passed[0] ?? about[0] ?? absent;
}

export function authenticationOf(message: Sent): Authentication {
  const header = message.labelIds.some((id) => notReceived.has(id)) ? undefined : gmailsOwn(message.headers);
  if (header === undefined) return { spf: absent, dkim: absent, dmarc: absent, mark: 'unknown' };
  const results = clauses(header).slice(1, 101);
  // With several authors, none of them is the one that was checked.
  const authors = message.headers.filter(({ name }) => name.toLowerCase() === 'from').length;
  const from = message.from.length === 1 && authors <= 1 ? domainOf(message.from[0]?.email) : null;
  const spf = checked(results, 'spf', ['smtp.mailfrom', 'smtp.mail', 'smtp.helo'], from);
  const dkim = checked(results, 'dkim', ['header.d', 'header.i'], from);
  const dmarc = checked(results, 'dmarc', ['header.from'], from);
  const proven = [dmarc, dkim].some(({ verdict, aligned }) => verdict === 'pass' && aligned);
  const mark = dmarc.verdict === 'fail' ? 'failed' : proven ? 'authenticated' : 'unauthenticated';
  return { spf, dkim, dmarc, mark };
}

/** Whether the address in `From` is truly the sender's, so that what was allowed to it may be done. */
export function isAuthenticated(message: Sent): boolean {
  return authenticationOf(message).mark === 'authenticated';
}
