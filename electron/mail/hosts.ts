// What there is to know about a host before anybody is sent there: whose it is, and whether its name pretends.
import { getDomain } from 'tldts';
import { decodePunycode } from './punycode.ts';
import { isMixed, resembled, scriptsOf, scriptsOfLanguage } from './scripts.ts';

export interface Host {
  /** As the URL parser gives it: lower case, ASCII. */
  readonly ascii: string;
  /** For people: in its own letters where they are honest and the person reads them, else as `ascii`. */
  readonly shown: string;
  /** What somebody registered, as `shown` and `ascii`; null for an address of a machine, or a name without a dot. */
  readonly registrable: { readonly ascii: string; readonly shown: string } | null;
  readonly isAddress: boolean;
  readonly isForeign: boolean;
  readonly isMixed: boolean;
  /** The ASCII host for which it passes. */
  readonly resembles: string | null;
}

const options = { allowPrivateDomains: true, extractHostname: false };
/** What the URL standard makes of every way to write an IPv4 address, and IPv6 in its brackets. */
const machine = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/;

/** The domain that somebody registered, which may be below one whose owner lends names (`github.io`). ASCII. */
export function registrableDomain(host: string): string | null {
  return machine.test(host) ? null : getDomain(host, options);
}

/** As browsers read it; undefined where they would not. */
export function normalHost(host: string): string | undefined {
  if (host === '' || host.length > 300 || /[/?#@\\\s:]/.test(host)) return undefined;
  const url = URL.parse(`http://${host}/`);
  return url?.hostname.replace(/\.$/, '') || undefined;
}

function decoded(ascii: string): string {
  const labels = ascii.split('.').map((label) => {
    const own = label.startsWith('xn--') ? decodePunycode(label.slice(4)) : label;
    return own ?? label;
  });
  const host = labels.join('.');
  return normalHost(host) === ascii ? host : ascii;
}

/** Wholly of letters that pass for Latin ones, unless all around it is written in that script (`.рф`). */
function passedFor(labels: readonly string[]): string | null {
  const home = scriptsOf(labels.at(-1) ?? '');
  const readings = labels.map((label) => {
    const own = scriptsOf(label);
    return !own.has('Latn') && own.size === 1 && own.isSubsetOf(home) ? undefined : resembled(label);
  });
  if (readings.every((reading) => reading === undefined)) return null;
  return labels.map((label, place) => readings[place] ?? label).join('.');
}

/** `ascii`: as `URL` gives it. `languages`: those that the person reads, BCP 47. */
export function readHost(ascii: string, languages: readonly string[]): Host {
  const host = ascii.replace(/\.$/, '');
  const own = decoded(host);
  const labels = own.split('.');
  const readable = new Set(['Latn', ...languages.flatMap(scriptsOfLanguage)]);
  const isForeign = host.includes('xn--') && (own === host || !scriptsOf(own).isSubsetOf(readable));
  const mixed = labels.some(isMixed);
  const resembles = passedFor(labels);
  const isHonest = !isForeign && !mixed && resembles === null;
  const domain = registrableDomain(host);
  return {
    ascii: host,
    shown: isHonest ? own : host,
    registrable: domain === null ? null : { ascii: domain, shown: isHonest ? decoded(domain) : domain },
    isAddress: machine.test(host),
    isForeign,
    isMixed: mixed,
    resembles,
  };
}

/** Whether both are in one hand, as far as names tell. */
export function isSameOwner(one: string, other: string): boolean {
  return (registrableDomain(one) ?? one) === (registrableDomain(other) ?? other);
}
