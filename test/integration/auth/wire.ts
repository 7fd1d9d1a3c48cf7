// Bytes to a port, as they are, and what comes back: for what no HTTP client would send.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Held {
  readonly socket: Socket;
  /** All that came back, once the other side has closed. */
  readonly reply: Promise<string>;
}

/** Sends and stays: closing is left to the other side. */
export async function hold(port: number, bytes: string | Uint8Array, host = '127.0.0.1'): Promise<Held> {
  const socket = connect({ port, host, allowHalfOpen: true });
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  // A reset is one of the ways in which the other side may close.
  socket.on('error', () => {});
  const closed = Promise.withResolvers<string>();
  const settle = () => {
    socket.end();
    closed.resolve(Buffer.concat(chunks).toString('latin1'));
  };
  socket.once('end', settle);
  socket.once('close', settle);
  await once(socket, 'connect');
  if (bytes.length > 0) socket.write(bytes);
  return { socket, reply: closed.promise };
}

export async function send(port: number, bytes: string | Uint8Array, host?: string): Promise<string> {
  return await (await hold(port, bytes, host)).reply;
}

export const statusOf = (reply: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(reply)?.[1] ?? 0);

export const headerOf = (reply: string, name: string): string | undefined =>
  new RegExp(`^${name}: (.*)\\r$`, 'im').exec(reply.split('\r\n\r\n')[0] ?? '')?.[1];

/** For what must know its port before it may listen. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
