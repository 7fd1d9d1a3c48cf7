// Where a link really goes, how that is shown, and what to ask before going. Lets nothing through but http, https and
// mailto; main and renderer both decide with it, and neither trusts what a message's frame says of it.
import { shortened, withoutInvisible } from './characters.ts';
import { type Host, isSameOwner, normalHost, readHost, registrableDomain } from './hosts.ts';
import { type MailLink, readMailto } from './mailto.ts';

export type LinkWarning =
  /** The text names a host of another owner. */
  | { readonly kind: 'other-host-in-text'; readonly host: string }
  /** It shows more than anybody could read of it. */
  | { readonly kind: 'text-too-long' }
  /** A name that passes for another; `resembles` where it can be told which. */
  | { readonly kind: 'mixed-scripts'; readonly resembles: string | null }
  | { readonly kind: 'credentials' }
  | { readonly kind: 'ip-address' }
  | { readonly kind: 'idn' }
  | { readonly kind: 'odd-port'; readonly port: number }
  | { readonly kind: 'insecure' }
  /** It writes the message that it opens. */
  | { readonly kind: 'mail-body' }
  /** Spam, or nobody vouches for the sender. */
  | { readonly kind: 'doubtful-sender' };

export interface CheckedLink {
  readonly kind: 'web' | 'mail';
  /** What the system is to open. */
  readonly url: string;
  /** As `url` has it, in ASCII; of a mail its first recipient's. */
  readonly host: string;
  readonly registrableDomain: string | null;
  /** To be shown in a row, from left to right; `host` is what must be read, and is never shortened. */
  readonly display: { readonly before: string; readonly host: string; readonly after: string };
  /** The gravest first. */
  readonly warnings: readonly LinkWarning[];
  readonly mustConfirm: boolean;
}

export interface LinkContext {
  /** Those that the person reads, BCP 47. */
  readonly languages: readonly string[];
  readonly isDoubtful: boolean;
  /** It shows more than the texts that are given. */
  readonly isCut?: boolean;
}

/** What looks like a dot, a slash or a colon, by the confusables of UTS #39, and dots that stand in the middle. All of them are
 *  letters, digits or marks of some language as well: they count only where a scheme, slashes or `www` say that a host follows. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/[\u0660\u06f0\u0701\u0702\ua4f8\ua60e\u{10a50}\u{1d16d}\u00b7\u2027\u30fb]/gu, '.'],
  [/[\u2044\u2215\u29f8\u2571\u2cc6\u3033]/gu, '/'],
  [/[\u2236\ua789\u02d0\u0589\u05c3\ufe30]/gu, ':'],
];

/** Several where it may be read in several ways. */
type Texts = string | readonly string[];

const longestUrl = 8_192;
const longestText = 1_000;
const longestBefore = 40;
const longestAfter = 120;

const label = String.raw`[\p{L}\p{N}\p{M}_-]{1,63}`;
/** No top-level domain begins with a digit: prices, dates and versions are no hosts. */
const hostName = String.raw`((?:${label}\.){1,60}\p{L}[\p{L}\p{N}\p{M}-]{1,62}|\d{1,3}(?:\.\d{1,3}){3}(?!\.?[\p{L}\p{N}]))`;
const slash = String.raw`[/\\]`;
const scheme = `(?:https?|ftp):(?:${slash}\\s?${slash}{1,2}\\s?|${slash}?)`;
const mailbox = String.raw`(?:[\p{L}\p{N}\p{M}._%+'-]{1,64}@)?`;
/** What URLs are written of, in letters of any script. */
const path = String.raw`(?:[:/?#](?:[\p{L}\p{M}\p{N}]|(?!["'(),;<>[\]{}|])[!-~]){0,9999})?`;
const address = new RegExp(String.raw`(?:${scheme}|(?<![\p{L}\p{N}\p{M}_.-])${mailbox})${hostName}${path}`, 'giu');
/** As it is told wherever it stands. A name before an `@` has no dot here: it is the host to whoever reads `https://bank.example@`. */
const told = new RegExp(
  String.raw`(?:(?:${scheme}|${slash}{2})\[?(?:[^\s/?#@.]{1,100}@)?|(?<![\p{L}\p{N}\p{M}_.-])(?=www\.))${hostName}`,
  'giu',
);
/** At the beginning of a word. */
const begins = new RegExp(`^(?:${scheme}|mailto:)?${mailbox}${hostName}`, 'iu');

/** With a path, a query or a port behind it. */
const beginsAddress = new RegExp(`${begins.source}(?=[/?#:])`, 'iu');

/** What nobody can register is none. */
function hostOf(written: string | undefined): string | undefined {
  const named = normalHost(written ?? '');
  return named !== undefined && (registrableDomain(named) !== null || /^[\d.]+$/.test(named)) ? named : undefined;
}

/**
 * A host of another owner that the text names to whoever reads it: behind `http:`, `//` or `www.`, as the beginning of a single
 * word, or when nothing but hosts is in it. The link's own address may have others in it (`web.archive.org/https://…`). What
 * follows a host, like `—` or `→`, is no part of it, and makes it no other.
 */
function foreignHostIn(text: string, own: string): string | undefined {
  const plain = shortened(withoutInvisible(text), longestText).normalize('NFKC').replace(/[。｡]/g, '.');
  const likely = alike.reduce((whole, [like, meant]) => whole.replace(like, meant), plain);
  const isForeign = (named: string | undefined) => named !== undefined && !isSameOwner(named, own);
  const withoutOwn = (whole: string) =>
    whole.replace(address, (found, written: string) => {
      const named = hostOf(written);
      return named === undefined || isForeign(named) ? found : ' ';
    });
  const rest = withoutOwn(plain);
  for (const whole of new Set([rest, withoutOwn(likely)])) {
    const other = Array.from(whole.matchAll(told), ([, written]) => hostOf(written)).find(isForeign);
    if (other !== undefined) return other;
  }
  const only = /^\s*(\S*)\s*$/.exec(rest)?.[1];
  const whole = only === undefined ? undefined : hostOf(beginsAddress.exec(only)?.[1]);
  if (isForeign(whole)) return whole;
  const words = rest.split(/[\s<>()[\]{}"'“”«»|,;]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const hosts = words.map((word) => hostOf(begins.exec(word.replace(/^[^\p{L}\p{N}]+/u, ''))?.[1]));
  return hosts.includes(undefined) ? undefined : hosts.find(isForeign);
}

function otherHost(texts: Texts, own: string): LinkWarning[] {
  for (const text of [texts].flat()) {
    const other = foreignHostIn(text, own);
    if (other !== undefined) return [{ kind: 'other-host-in-text', host: other }];
  }
  return [];
}

function hostWarnings(host: Host): LinkWarning[] {
  if (host.isAddress) return [{ kind: 'ip-address' }];
  if (host.isMixed || host.resembles !== null) return [{ kind: 'mixed-scripts', resembles: host.resembles }];
  return host.ascii.includes('xn--') ? [{ kind: 'idn' }] : [];
}

function display(before: string, host: Host, port: string, after: string): CheckedLink['display'] {
  const own = host.registrable?.shown ?? host.shown;
  const below = host.shown.slice(0, host.shown.length - own.length);
  const cutBelow = below.length > longestBefore ? `…${below.slice(-longestBefore)}` : below;
  const cutAfter = after.length > longestAfter ? `${after.slice(0, longestAfter)}…` : after;
  return { before: `${before}${cutBelow}`, host: own, after: `${port}${cutAfter}` };
}

function checkWeb(url: URL, texts: Texts, { languages, isDoubtful, isCut }: LinkContext): CheckedLink | undefined {
  const host = readHost(url.hostname, languages);
  if (host.ascii === '' || url.href.length > longestUrl) return undefined;
  const hasCredentials = url.username !== '' || url.password !== '';
  const warnings: LinkWarning[] = [
    ...otherHost(texts, host.ascii),
    ...(isCut ? [{ kind: 'text-too-long' as const }] : []),
    ...(hasCredentials ? [{ kind: 'credentials' as const }] : []),
    ...hostWarnings(host),
    ...(url.port === '' ? [] : [{ kind: 'odd-port' as const, port: Number(url.port) }]),
    ...(url.protocol === 'http:' ? [{ kind: 'insecure' as const }] : []),
    ...(isDoubtful ? [{ kind: 'doubtful-sender' as const }] : []),
  ];
  const path = `${url.pathname}${url.search}${url.hash}`;
  const port = url.port === '' ? '' : `:${url.port}`;
  return {
    kind: 'web',
    url: url.href,
    host: host.ascii,
    registrableDomain: host.registrable?.ascii ?? null,
    // Who logs in there is nothing that the eye should meet where it looks for the host.
    display: display(`${url.protocol}//${hasCredentials ? '…@' : ''}`, host, port, path === '/' ? '' : path),
    warnings,
    mustConfirm: warnings.length > 0,
  };
}

function checkMail(mail: MailLink, texts: Texts, { languages, isDoubtful, isCut }: LinkContext): CheckedLink {
  const at = mail.first.lastIndexOf('@');
  const host = readHost(normalHost(mail.first.slice(at + 1)) ?? '', languages);
  const warnings: LinkWarning[] = [
    ...(host.ascii === '' ? [] : [...otherHost(texts, host.ascii), ...hostWarnings(host)]),
    ...(isCut ? [{ kind: 'text-too-long' as const }] : []),
    ...(mail.hasBody ? [{ kind: 'mail-body' as const }] : []),
    ...(isDoubtful ? [{ kind: 'doubtful-sender' as const }] : []),
  ];
  return {
    kind: 'mail',
    url: mail.url,
    host: host.ascii,
    registrableDomain: host.registrable?.ascii ?? null,
    display: display(`mailto:${shortened(mail.first.slice(0, at + 1), 64)}`, host, '', mail.others > 0 ? ', …' : ''),
    warnings,
    mustConfirm: warnings.length > 0,
  };
}

/** `texts`: what the link shows of itself. Undefined where it must not be followed. */
export function checkLink(href: string, texts: Texts, context: LinkContext): CheckedLink | undefined {
  if (href.length > longestUrl) return undefined;
  const url = URL.parse(href);
  if (url === null) return undefined;
  if (url.protocol === 'http:' || url.protocol === 'https:') return checkWeb(url, texts, context);
  const mail = url.protocol === 'mailto:' ? readMailto(url) : undefined;
  return mail && checkMail(mail, texts, context);
}
