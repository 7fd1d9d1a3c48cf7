// The one socket of the fake: it reads requests, writes replies, and can be unplugged like a network cable.
// Knows nothing of what is asked.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Incoming, Reply } from './reply.ts';

/** `before`: the socket dies with no byte sent. `mid-body`: it dies half-way through the body. */
export type CutOff = 'before' | 'mid-body';
export type Answer = (incoming: Incoming, gone: AbortSignal) => Promise<{ reply: Reply; cutOff?: CutOff | undefined }>;

export interface Listener {
  readonly origin: string;
  /** Stops listening and kills every connection. Twice is the same as once. */
  readonly stop: () => Promise<void>;
  /** Listens again, on the same port. */
  readonly start: () => Promise<void>;
}

const largestBody = 1_000_000;

export async function listen(port: number, answer: Answer): Promise<Listener> {
  const sockets = new Set<Socket>();
  let server = await bind(port);
  const bound = (server.address() as AddressInfo).port;

  function bind(onPort: number): Promise<Server> {
    const created = createServer({ keepAliveTimeout: 60_000 }, (request, response) => void serve(request, response));
    created.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    return new Promise((resolve, reject) => {
      created.once('error', reject);
      created.listen(onPort, '127.0.0.1', () => resolve(created));
    });
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    try {
      const incoming = await read(request);
      const { reply, cutOff } = await answer(incoming, gone.signal);
      if (!gone.signal.aborted) write(incoming, response, reply, cutOff);
    } catch {
      // Whoever asked has hung up, or sent what is no request.
      response.destroy();
    }
  }

  return {
    origin: `http://127.0.0.1:${bound}`,
    async stop() {
      if (!server.listening) return;
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async start() {
      if (!server.listening) server = await bind(bound);
    },
  };
}

async function read(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largestBody) throw new Error('A request larger than any that Porthole makes');
    chunks.push(chunk);
  }
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body: Buffer.concat(chunks).toString(),
  };
}

function write(incoming: Incoming, response: ServerResponse, reply: Reply, cutOff: CutOff | undefined): void {
  if (cutOff === 'before') {
    response.destroy();
    return;
  }
  const zip = wantsGzip(incoming) && reply.body.length > 0;
  const body = zip ? gzipSync(reply.body) : Buffer.from(reply.body);
  response.writeHead(reply.status, {
    ...reply.headers,
    ...(zip ? { 'content-encoding': 'gzip' } : {}),
    'content-length': body.length,
  });
  if (cutOff === 'mid-body') response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.destroy());
  else response.end(incoming.method === 'HEAD' ? undefined : body);
}

// Google zips only for a client that says "gzip" in both headers (Gmail API guide, "Performance").
function wantsGzip(incoming: Incoming): boolean {
  const accepted = String(incoming.headers['accept-encoding'] ?? '');
  return /\bgzip\b/i.test(accepted) && /gzip/i.test(incoming.headers['user-agent'] ?? '');
}
