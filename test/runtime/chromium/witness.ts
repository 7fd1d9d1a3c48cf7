// A proxy that forwards nothing and writes down who was asked for. All of Chromium's traffic that no interception caught
// ends here, so "no sender was contacted" is something a test can see rather than conclude.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { isMappedHost } from './schemes.ts';

/** Where Chromium is told to run its own errands, which no switch cancels. Not written down. */
export const chromiumItself = 'chromium-itself.invalid';

/** Answers its port on 127.0.0.1. `note` hears "host:port" or "host". */
export async function startWitness(note: (host: string) => void): Promise<number> {
  const hear = (target = '') => {
    const host = target.replace(/^[a-z]+:\/\//, '').split('/')[0] ?? '';
    const name = host.split(':')[0] ?? '';
    if (name !== chromiumItself && !isMappedHost(name)) note(host);
  };
  const server = http.createServer((request, response) => {
    hear(request.url);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    hear(request.url);
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return (server.address() as AddressInfo).port;
}
