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
/** One of Google's servers to another: by an address in 10.0.0.0/8, or the same as 6to4 writes it. */
const withinGoogle = /^\s*by (?:10\.[\d.]{5,11}|2002:a[0-9a-f]{2}:[0-9a-f:]{1,40}) with SMTP id\b/i;
/** What is escaped, what is quoted, what is neither, and what has a meaning. */
const tokens = /\\.|"(?:[^"\\]|\\.)*"|[^"\\();]+|./gs;
/** In no name of a host. */
const blot = '"';
const absent: Checked = { verdict: 'absent', domain: null, aligned: false };

/** `depth`: of comments, around it. `before`: what is kept last. */
function isMisplaced(token: string, depth: number, before: string): boolean {
  if (depth > 0) return token.startsWith('"');
  return token === '"' || token === ')' || (token === '(' && before.trim() !== '');
}

/**
 * Without comments, and cut at the semicolons that are not quoted; what is quoted is blotted out, since a sender chose it.
 * Gmail closes what it opens, puts a blank before a comment, and quotes nothing in one: where that is not so, a name that a
 * sender chose has brought a bracket or a quote along, and nothing can be told from what follows. Undefined then.
 */
function clauses(header: string): string[] | undefined {
  const found = [''];
  let depth = 0;
  for (const [token] of header.matchAll(tokens)) {
    if (isMisplaced(token, depth, found.at(-1)?.slice(-1) ?? '')) return undefined;
    if (token === '(') depth += 1;
    else if (token === ')') depth -= 1;
    else if (depth === 0 && token === ';') found.push('');
    else if (depth === 0) found.push(`${found.pop()}${/^["\\]/.test(token) ? blot : token}`);
  }
  return depth > 0 ? undefined : found.map((clause) => clause.trim());
}

/**
 * Gmail puts its own above all that came with the message, right below the `Received` of its own server, which has none
 * above it but those of Google's inner servers. What stands below another server's is that one's or the sender's word: mail
 * that was copied here from elsewhere has nothing of Gmail's.
 */
function gmailsOwn(headers: Sent['headers']): string | undefined {
  const names = headers.map(({ name }) => name.toLowerCase());
  const place = names.indexOf('authentication-results');
  const value = headers[place]?.value.slice(0, longest) ?? '';
  if (!/^\s*mx\.google\.com\s*(?:;|\s1\s*;)/i.test(value)) return undefined;
  const above = headers.slice(0, place).filter((_, index) => names[index] === 'received');
  const by = above.map((received) => received.value.slice(0, longest));
  if (by.some((received) => /\bgmailapi\.google\.com\b|\bwith POP3\b/i.test(received))) return undefined;
  const nearest = by.pop();
  const isGmails = nearest === undefined || /\bby mx\.google\.com\b/i.test(nearest);
  return isGmails && by.every((received) => withinGoogle.test(received)) ? value : undefined;
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
  // Gmail says it once. Of two, one was brought along.
  if (method === 'dmarc' && about.length > 1) return about.find(({ verdict }) => verdict !== 'pass') ?? absent;
  const passed = about.filter(({ verdict }) => verdict === 'pass');
  return passed.find(({ aligned }) => aligned) ?? passed[0] ?? about[0] ?? absent;
}

export function authenticationOf(message: Sent): Authentication {
  const header = message.labelIds.some((id) => notReceived.has(id)) ? undefined : gmailsOwn(message.headers);
  if (header === undefined) return { spf: absent, dkim: absent, dmarc: absent, mark: 'unknown' };
  const results = clauses(header)?.slice(1, 101) ?? [];
  // With several authors, none of them is the one that was checked.
  const authors = message.headers.filter(({ name }) => name.toLowerCase() === 'from').length;
  const from = message.from.length === 1 && authors <= 1 ? domainOf(message.from[0]?.email) : null;
  const spf = checked(results, 'spf', ['smtp.mailfrom', 'smtp.mail', 'smtp.helo'], from);
  const dkim = checked(results, 'dkim', ['header.i', 'header.d'], from);
  const dmarc = checked(results, 'dmarc', ['header.from'], from);
  const proven = [dmarc, dkim].some(({ verdict, aligned }) => verdict === 'pass' && aligned);
  const mark = dmarc.verdict === 'fail' ? 'failed' : proven ? 'authenticated' : 'unauthenticated';
  return { spf, dkim, dmarc, mark };
}

/** Whether the address in `From` is truly the sender's, so that what was allowed to it may be done. */
export function isAuthenticated(message: Sent): boolean {
  return authenticationOf(message).mark === 'authenticated';
}
