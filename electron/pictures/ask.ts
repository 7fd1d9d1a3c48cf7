// One request for a picture, to one address that was checked before: nothing goes with it that tells who asks. Follows no
// redirect and keeps nothing.
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isLocalName } from './addresses.ts';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

export interface AskOptions {
  /** All addresses of a name. Asked once a request: what is checked is what is connected to. */
  readonly resolve: (host: string) => Promise<readonly ResolvedAddress[]>;
  readonly isPublic: (address: string) => boolean;
  /** Certificates to be trusted instead of the system's. */
  readonly ca?: string;
  readonly mostBytes: number;
}

export type Answer =
  | { readonly state: 'answered'; readonly bytes: Uint8Array; readonly type: string }
  | { readonly state: 'moved'; readonly to: string }
  /** `contacted`: whether anybody has heard of it. */
  | {
      readonly state: 'none';
      readonly why: 'private-address' | 'too-large' | 'unreachable';
      readonly contacted: boolean;
    };

/** What any browser says at least. */
const headers = { accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.9', 'user-agent': 'Mozilla/5.0' };

/** undefined where one of them is not for everybody. */
async function checkedAddresses(host: string, options: AskOptions): Promise<readonly ResolvedAddress[] | undefined> {
  const literal = host.replace(/^\[|\]$/g, '');
  const family = isIP(literal);
  if (family === 0 && isLocalName(host.replace(/\.$/, ''))) return undefined;
  const found = family === 0 ? await options.resolve(host) : [{ address: literal, family }];
  return found.every(({ address }) => options.isPublic(address)) ? found : undefined;
}

function pinned(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_host, { all }, found) => {
    const [first] = addresses;
    if (!first) found(new Error('no address'), '', 0);
    else if (all) found(null, [...addresses]);
    else found(null, first.address, first.family);
  };
}

async function read(response: IncomingMessage, mostBytes: number): Promise<Uint8Array | undefined> {
  if (Number(response.headers['content-length'] ?? 0) > mostBytes) return undefined;
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > mostBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function connect(url: URL, addresses: readonly ResolvedAddress[], ca: string | undefined, signal: AbortSignal) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    request({
      host,
      port: url.port || 443,
      path: `${url.pathname}${url.search}`,
      headers: { ...headers, host: url.host },
      lookup: pinned(addresses),
      // Nothing is shared between requests, not even a connection.
      agent: false,
      signal,
      ...(ca !== undefined && { ca }),
      ...(isIP(host) === 0 && { servername: host }),
    })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}

/** `url`: https. Never throws. */
export async function ask(url: URL, options: AskOptions, signal: AbortSignal): Promise<Answer> {
  let contacted = false;
  try {
    const addresses = await checkedAddresses(url.hostname, options);
    if (!addresses) return { state: 'none', why: 'private-address', contacted };
    signal.throwIfAborted();
    contacted = true;
    const response = await connect(url, addresses, options.ca, signal);
    try {
      const { statusCode = 0, headers: said } = response;
      if ([301, 302, 303, 307, 308].includes(statusCode) && said.location) return { state: 'moved', to: said.location };
      if (statusCode !== 200) return { state: 'none', why: 'unreachable', contacted };
      const bytes = await read(response, options.mostBytes);
      if (!bytes) return { state: 'none', why: 'too-large', contacted };
      return { state: 'answered', bytes, type: said['content-type'] ?? '' };
    } finally {
      response.destroy();
    }
  } catch {
    return { state: 'none', why: 'unreachable', contacted };
  }
}
