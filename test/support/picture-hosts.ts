// HTTPS on two addresses of this computer: one stands for the Internet, the other for what must never be asked. Whoever comes is
// counted.
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import type { FetchPictureOptions } from '../../electron/pictures/fetch-picture.ts';

const folder = path.resolve(import.meta.dirname, '..', 'fixtures', 'tls');
const certificate = readFileSync(path.join(folder, 'certificate.pem'), 'utf8');

/** Linux and Windows have it without being asked; macOS would have to be told. */
export const outside = '127.0.0.2';
export const inside = '127.0.0.1';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface PictureHosts {
  readonly port: number;
  /** Connections that were accepted. */
  readonly connections: { outside: number; inside: number };
  readonly requests: { readonly host: string; readonly url: string; readonly headers: IncomingMessage['headers'] }[];
  /** What stands at a path, on either address. */
  readonly serve: (path: string, answer: Answer) => void;
  /** An address for a path, by a name that resolves to the one outside. */
  readonly url: (path: string, host?: string) => string;
  /** How pictures are fetched here. `names`: what each resolves to, one after the other; else outside. */
  readonly options: (
    names?: Readonly<Record<string, readonly string[]>>,
  ) => FetchPictureOptions & { readonly resolved: string[] };
  readonly close: () => Promise<void>;
}

const listen = (server: Server, port: number, address: string) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject).listen(port, address, () => resolve((server.address() as AddressInfo).port));
  });

export async function openPictureHosts(): Promise<PictureHosts> {
  const answers = new Map<string, Answer>();
  const connections = { outside: 0, inside: 0 };
  const requests: PictureHosts['requests'] = [];
  const open = (side: 'outside' | 'inside') =>
    createServer({ key: readFileSync(path.join(folder, 'key.pem')), cert: certificate }, (request, response) => {
      const { host = '' } = request.headers;
      requests.push({ host, url: request.url ?? '', headers: request.headers });
      const answer = answers.get(request.url ?? '');
      if (answer) answer(request, response);
      else response.writeHead(404).end();
    }).on('connection', () => {
      connections[side]++;
    });
  const servers = [open('outside'), open('inside')] as const;
  const port = await listen(servers[0], 0, outside);
  await listen(servers[1], port, inside);
  return {
    port,
    connections,
    requests,
    serve: (where, answer) => answers.set(where, answer),
    url: (where, host = 'pictures.example') => `https://${host}:${port}${where}`,
    options: (names = {}) => {
      const resolved: string[] = [];
      return {
        resolved,
        resolve: async (host) => {
          const turn = resolved.filter((other) => other === host).length;
          resolved.push(host);
          const known = names[host];
          const addresses = known ? (known[Math.min(turn, known.length - 1)] ?? '') : outside;
          return addresses.split(' ').map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
        },
        isPublic: (address) => address === outside,
        ca: certificate,
        timeoutMs: 10_000,
      };
    },
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

function chunk(type: string, content: Buffer): Buffer {
  // Nobody here looks at the sums.
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(type), content, Buffer.alloc(4)]);
}

/** A PNG that says that it has this size; only its header is true. */
export function pngOf(width: number, height: number, fill = 0): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const content = chunk('IDAT', deflateSync(Buffer.alloc(100)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    content,
    Buffer.alloc(fill),
  ]);
}
