// The loopback server itself, over sockets: whatever is sent to it, it goes on waiting for the browser.
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Listening, listenForCode } from '../../../electron/auth/loopback.ts';
import { englishPages } from '../../support/pages.ts';
import { textOf } from './inputs.ts';
import { claim, type Target, target } from './target.ts';

const pieces = [
  ...[
    'GET ',
    'POST ',
    '/callback',
    '/done',
    '?state=',
    '&code=x',
    '&error=access_denied',
    ' HTTP/1.1',
    ' HTTP/1.0',
    '\r\n',
    '\r\n\r\n',
  ],
  ...[
    'Host: ',
    'Host: evil.example',
    '127.0.0.1:',
    'Content-Length: 10',
    'Content-Length: -1',
    'Transfer-Encoding: chunked',
    ': ',
  ],
  ...[
    'Expect: 100-continue',
    'Upgrade: websocket',
    'Connection: keep-alive',
    '0\r\n\r\n',
    'PRI * HTTP/2.0',
    '\u0016\u0003\u0001',
    'x'.repeat(3_000),
  ],
];

let listening: Promise<Listening> | undefined;
const start = () =>
  listenForCode({
    redirect: { host: '127.0.0.1', port: 0, path: '/callback', registered: null },
    state: `${'s'.repeat(43)}.inbox`,
    issuer: 'https://accounts.google.com',
    pages: englishPages,
    signal: new AbortController().signal,
    timeoutMs: 3_600_000,
  });
/** As long as it may think about half a request here; it is given ten seconds by itself. */
const longestMs = 20;

async function send(text: string): Promise<void> {
  listening ??= start();
  const { redirectUri, callback } = await listening;
  const socket = connect(Number(new URL(redirectUri).port), '127.0.0.1');
  const closed = once(socket, 'close');
  socket.on('error', () => undefined);
  socket.resume();
  socket.end(text.replaceAll('127.0.0.1:', new URL(redirectUri).host), 'latin1');
  await Promise.race([closed, sleep(longestMs, undefined, { ref: false })]);
  socket.destroy();
  const waits = Symbol();
  claim((await Promise.race([callback, Promise.resolve(waits)])) === waits, 'who does not know the state was let in');
}

/** Closes the server that it has opened. */
export const closeLoopback = async (): Promise<void> => {
  await (await listening)?.close();
  listening = undefined;
};

export const loopbackTarget: Target = target('the loopback server, by its socket', 10, textOf(pieces, 16), send);
