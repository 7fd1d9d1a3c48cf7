// How electron-updater reaches the network here: by the fetch that is counted, in Node, where everything else that leaves goes
// too. Its own way is Chromium's network, which this process has switched off as a whole. Checks what it fetches.
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { UpdateFailure } from '../contract/updates.ts';
import { UpdateError } from './feed.ts';

/** Of an address, as electron-updater takes it apart. */
interface Address {
  readonly protocol?: string | null;
  readonly hostname?: string | null;
  readonly port?: number | string | null;
  readonly path?: string | null;
  readonly headers?: Readonly<Record<string, unknown>> | null;
}

/** The part of its HttpExecutor that it uses. */
export interface Fetching {
  /** The text that is there, null where it is empty. @throws UpdateError */
  readonly request: (address: Address) => Promise<string | null>;
  /** @throws UpdateError; the file may hold anything then */
  readonly download: (url: URL, file: string, announced: { readonly sha512?: string | null }) => Promise<string>;
}

export interface FetchingOptions {
  readonly fetch: typeof fetch;
  /** Of what is being done now. */
  readonly signal: () => AbortSignal | undefined;
  readonly onShare: (share: number) => void;
  /** electron-updater makes errors of its own of those that it meets. */
  readonly onFailure: (failure: UpdateFailure) => void;
}

/** Far more than a list of releases has. */
const mostText = 5_000_000;
/** GitHub leads on once or twice. */
const mostLeads = 5;
/** Some times what Porthole is. */
const mostBytes = 1_000_000_000;

const storage: Readonly<Record<string, UpdateFailure>> = {
  ENOSPC: { kind: 'storage', problem: 'full' },
  EDQUOT: { kind: 'storage', problem: 'full' },
  EACCES: { kind: 'storage', problem: 'refused' },
  EPERM: { kind: 'storage', problem: 'refused' },
  EROFS: { kind: 'storage', problem: 'refused' },
};

/** Undefined where it is about no file. */
export function storageFailure(error: unknown): UpdateFailure | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' && Object.hasOwn(storage, code) ? storage[code] : undefined;
}

const bodyOf = (reply: Response) => Readable.fromWeb(reply.body as ReadableStream<Uint8Array>);

export function createFetching({ fetch, signal, onShare, onFailure }: FetchingOptions): Fetching {
  const fail = (kind: 'unexpected' | 'altered') => new UpdateError({ kind });

  /** Without the number that electron-updater makes for each computer, and with no cookie: there is nothing to know anybody by.
   *  Step by step where it is led on: whoever is between may not lead anywhere, and each host is counted. */
  const ask = async (url: URL, accept: string): Promise<Response> => {
    let next: URL | null = url;
    for (let leads = 0; next?.protocol === 'https:' && leads <= mostLeads; leads += 1) {
      const reply: Response = await fetch(next.href, {
        headers: { accept },
        signal: signal() ?? null,
        redirect: 'manual',
      });
      if (reply.ok && reply.body) return reply;
      await reply.body?.cancel();
      const led = reply.status >= 300 && reply.status < 400 ? reply.headers.get('location') : null;
      next = led === null ? null : URL.parse(led, next.href);
    }
    throw fail('unexpected');
  };

  const told = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await work();
    } catch (error) {
      const kept = error instanceof UpdateError ? error.failure : storageFailure(error);
      const failure = kept ?? { kind: 'unreachable' };
      onFailure(failure);
      throw new UpdateError(failure, { cause: error });
    }
  };

  return {
    request: ({ protocol, hostname, port, path, headers }) =>
      told(async () => {
        const { accept, Accept } = { accept: undefined, Accept: undefined, ...headers };
        const place = port ? `${hostname}:${port}` : hostname;
        const reply = await ask(
          new URL(`${protocol ?? 'https:'}//${place}${path ?? '/'}`),
          String(accept ?? Accept ?? '*/*'),
        );
        const pieces: Buffer[] = [];
        let bytes = 0;
        for await (const piece of bodyOf(reply)) {
          bytes += piece.length;
          if (bytes > mostText) throw fail('unexpected');
          pieces.push(Buffer.from(piece));
        }
        return bytes === 0 ? null : Buffer.concat(pieces).toString();
      }),
    download: (url, file, { sha512 }) =>
      told(async () => {
        const reply = await ask(url, '*/*');
        const total = Number(reply.headers.get('content-length'));
        const hash = createHash('sha512');
        let bytes = 0;
        const checked = async function* (pieces: AsyncIterable<Uint8Array>) {
          for await (const piece of pieces) {
            bytes += piece.length;
            if (bytes > mostBytes) throw fail('altered');
            hash.update(piece);
            if (total > 0) onShare(Math.min(1, bytes / total));
            yield piece;
          }
        };
        await pipeline(bodyOf(reply), checked, createWriteStream(file));
        if (!sha512 || hash.digest('base64') !== sha512) throw fail('altered');
        return file;
      }),
  };
}
