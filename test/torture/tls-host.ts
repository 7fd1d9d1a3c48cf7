// Somebody who speaks TLS on 127.0.0.1, shows one of the certificates in test/fixtures/tls, and passes on to the fake Google what
// is asked of them. In this process the authority of those certificates is the only one that is trusted, as a system trusts its own.
import { readFileSync } from 'node:fs';
import { request as askPlainly } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setDefaultCACertificates } from 'node:tls';

export type Certificate = 'trusted' | 'self-signed' | 'expired' | 'another-host';

export interface TlsHost {
  /** Without a slash at the end. */
  readonly url: string;
  readonly connections: number;
  /** Whoever does not trust it asks for nothing. */
  readonly requests: number;
  readonly close: () => Promise<void>;
}

const read = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, '..', 'fixtures', 'tls', `${name}.pem`), 'utf8');

/** `google`: the fake's URL. */
export async function openTlsHost(certificate: Certificate, google: string): Promise<TlsHost> {
  setDefaultCACertificates([read('authority')]);
  const seen = { connections: 0, requests: 0 };
  const server = createServer({ key: read('key'), cert: read(certificate) }, (request, response) => {
    seen.requests++;
    const { method, headers, url = '/' } = request;
    const passedOn = askPlainly(google + url, { method, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
    });
    passedOn.on('error', () => response.destroy());
    request.pipe(passedOn);
  }).on('connection', () => {
    seen.connections++;
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get connections() {
      return seen.connections;
    },
    get requests() {
      return seen.requests;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
