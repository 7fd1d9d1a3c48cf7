// Where what is not ours comes in: requests of the window, the loopback server, Gmail's JSON, queries, and files of the profile.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { readRecords } from '../../../electron/accounts/account-file.ts';
import { createWhereabouts } from '../../../electron/accounts/whereabouts.ts';
import { readCallback, readTarget } from '../../../electron/auth/callback.ts';
import { parseClientFile } from '../../../electron/auth/client-file.ts';
import { grantFile } from '../../../electron/auth/grant-file.ts';
import { FailureError } from '../../../electron/contract/failure.ts';
import { directionOf, languageOf } from '../../../electron/contract/language.ts';
import { type Handlers, type RequestName, requests } from '../../../electron/contract/requests.ts';
import { readKept } from '../../../electron/first-screen/kept-screen.ts';
import { gmailRefusal } from '../../../electron/gmail/errors.ts';
import { answer } from '../../../electron/gmail/reading.ts';
import {
  wireHistoryPage,
  wireLabelList,
  wireMessageList,
  wireProfile,
  wireSendAsList,
  wireThread,
} from '../../../electron/gmail/wire.ts';
import { serve } from '../../../electron/ipc/serve.ts';
import { wantedLanguages } from '../../../electron/languages.ts';
import { createLedger } from '../../../electron/network/ledger.ts';
import { openSettings } from '../../../electron/settings.ts';
import { readListings } from '../../../electron/sync/listing-state.ts';
import { checkQuery } from '../check-query.ts';
import { hostileQueries } from '../hostile-queries.ts';
import { requestExamples, wireExamples } from './examples.ts';
import { anyValue, jsonText, nearly, textOf, throughJson } from './inputs.ts';
import { claim, type Target, target } from './target.ts';

const names = Object.keys(requests) as RequestName[];

/** The channel of the window, with handlers that take whatever has passed the check. */
function channel(): (name: unknown, input: unknown) => unknown {
  let handle: ((event: never, name: unknown, input: unknown) => unknown) | undefined;
  const handlers = Object.fromEntries(names.map((name) => [name, () => null])) as unknown as Handlers;
  serve({
    ipcMain: {
      handle: (_channel, listener) => {
        handle = listener as typeof handle;
      },
    },
    handlers,
    opened: async () => undefined,
    onFirst: () => undefined,
    onBug: () => 'reference',
  });
  const page = { url: 'app://bundle/index.html' };
  return (name, input) => handle?.({ sender: { mainFrame: page }, senderFrame: page } as never, name, input);
}
const ask = channel();

async function request([name, input]: readonly [unknown, unknown]): Promise<void> {
  const isOne = typeof name === 'string' && Object.hasOwn(requests, name);
  try {
    const result = (await ask(name, input)) as { readonly ok: boolean; readonly failure?: { readonly kind: string } };
    claim(isOne, 'a request that there is not was answered');
    claim(result.ok === true || result.failure?.kind === 'internal', 'an answer that is none');
  } catch (error) {
    claim(!isOne && error instanceof Error && error.message === 'no such request', 'a request was thrown back');
  }
}

const expected = {
  host: '127.0.0.1:5000',
  path: '/callback',
  state: `${'s'.repeat(43)}.inbox`,
  issuer: 'https://accounts.google.com',
};
const targetPieces = [
  ...[
    '/callback',
    '/done',
    '/',
    '?',
    '&',
    '=',
    '#',
    '%',
    '%00',
    '%C0%80',
    '+',
    'state=',
    'code=',
    'error=',
    'iss=',
    ';',
    '//evil',
  ],
  ...['http://127.0.0.1:5000/callback', '..', '\\', 'a'.repeat(2_000)],
];

function knock([where, method, host]: readonly [string, string, string]): void {
  const one = { version: '1.1', method, target: where, hosts: [host] };
  claim(readCallback(one, expected).kind === 'turned-away', 'who does not know the state was let in');
  readTarget(one, host);
}

const clientExamples: readonly unknown[] = [
  {
    installed: {
      client_id: '1.apps.example',
      project_id: 'p',
      client_secret: 's',
      redirect_uris: ['http://localhost'],
    },
  },
  {
    web: {
      client_id: '1.apps.example',
      client_secret: 's',
      redirect_uris: ['http://127.0.0.1:8765/cb', 'http://[::1]/'],
    },
  },
  { type: 'service_account', private_key: 'k' },
];

function clientFile(text: string): void {
  try {
    const { clientId, redirect } = parseClientFile(text);
    claim(clientId !== '' && redirect.port >= 0 && redirect.port < 65_536, 'a client that is none');
  } catch (error) {
    claim(error instanceof FailureError && error.failure.kind === 'client-file', 'no failure of ours');
    claim((error as Error).cause === undefined, 'a cause that quotes the secret');
  }
}

const encoded = (text: string) => new TextEncoder().encode(text).buffer;

function message(text: string): void {
  const id = '18f';
  answer({ kind: 'message', id, bytes: encoded(text), whole: true });
  answer({ kind: 'message', id, bytes: encoded(text), whole: false });
  answer({ kind: 'part', bytes: encoded(text), partId: '0.1' });
  answer({ kind: 'raw', bytes: encoded(text), partId: null });
}

function reply(text: string): void {
  const value: unknown = parsed(text);
  for (const shape of [wireHistoryPage, wireLabelList, wireMessageList, wireProfile, wireSendAsList, wireThread])
    shape.safeParse(value);
  answer({ kind: 'thread', bytes: encoded(text) });
  answer({ kind: 'attachment', bytes: encoded(text) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const profile = mkdtempSync(path.join(os.tmpdir(), 'porthole-fuzz-'));
const account = path.join(profile, 'accounts', '101');
mkdirSync(account, { recursive: true });
const put = (file: string, text: string) => writeFileSync(path.join(account, file), text);
let settingsRead = 0;

async function profileFile(text: string): Promise<void> {
  const folder = path.join(profile, `settings-${settingsRead++ % 8}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'settings.json'), text);
  const { zoom, panes } = openSettings(folder).file.read();
  claim(zoom >= 0.5 && zoom <= 3 && panes.list > 0, 'settings that no window takes');
  put('account.json', text);
  const [record] = readRecords(path.dirname(account));
  claim(record?.id === '101', 'an account was lost');
  put('where.json', text);
  const places = createWhereabouts({ folder: () => account, accountIds: () => ['101'], later: () => undefined });
  await places.read('101');
  put('first-screen.json', text);
  readKept(account);
  put('network.json', text);
  createLedger({ file: path.join(account, 'network.json'), now: Date.now, later: () => undefined }).read();
  readListings(text);
}

const profileExamples: readonly unknown[] = [
  {
    theme: 'dark',
    zoom: 1.1,
    panes: { labels: 200, list: 400, folded: [] },
    place: { x: 1, y: 2, width: 800, height: 600, maximized: false },
  },
  { id: '101', kind: 'gmail', email: 'ada@example.org', name: 'Ada', addedAt: 1, signedOut: null, ended: [] },
  {
    look: { text: '', order: 'newest', anywhereInThread: false, partsOfWords: false, chosen: true },
    row: 0,
    open: null,
    turned: [],
  },
  { '2026-01-05': [{ host: 'a.example', purpose: 'mail', requests: 1, bytes: 2, first: 3, last: 4 }] },
  { kind: 'first', since: '1', screen: true, open: [], finished: [], stage: 'listing' },
];

async function tokenFile(content: Uint8Array): Promise<void> {
  writeFileSync(path.join(account, 'grant.bin'), content);
  const read = await grantFile(account).read();
  claim(
    read === 'unreadable' || (read !== null && read.ciphertext.length === content.length - 9),
    'a token that is none',
  );
}

const queries = hostileQueries(20_261_126);
const tags = textOf(['en', 'fa', 'de', '-', 'Arab', 'IR', 'system', 'x'.repeat(40), '_', ' '], 6);

export const edgeTargets: readonly Target[] = [
  target(
    'requests of the window',
    700,
    fc.oneof(
      {
        weight: 4,
        arbitrary: nearly(requestExamples).map((one) => (Array.isArray(one) ? [one[0], one[1]] : [one, {}])),
      },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom<unknown>(...names), anyValue) },
      { weight: 1, arbitrary: fc.tuple(fc.oneof(fc.string(), anyValue, fc.constant<unknown>('__proto__')), anyValue) },
    ) as fc.Arbitrary<[unknown, unknown]>,
    request,
  ),
  target(
    'requests of the loopback server',
    900,
    fc.tuple(
      textOf(targetPieces, 10),
      fc.constantFrom('GET', 'GET', 'POST', 'HEAD', 'get', ''),
      fc.constantFrom(expected.host, expected.host, 'localhost:5000', '127.0.0.1', ''),
    ),
    knock,
  ),
  target('queries', 150, fc.nat(), () => {
    const { value: text } = queries.next();
    if (typeof text === 'string') checkQuery(text, text.length);
  }),
  target('messages of Gmail', 150, fc.oneof(nearly(wireExamples.messages).map(throughJson), jsonText), message),
  target('other replies of Gmail', 150, fc.oneof(nearly(wireExamples.others).map(throughJson), jsonText), reply),
  target('refusals of Gmail', 300, fc.oneof(nearly(wireExamples.refusals), anyValue), (error) => {
    const refusal = gmailRefusal(error, 1_000);
    if (refusal?.failure.kind === 'busy') claim(refusal.failure.retryAt <= 1_000 + 3_600_000, 'a wait without an end');
  }),
  target('client files', 300, fc.oneof(nearly(clientExamples).map(throughJson), jsonText), clientFile),
  target('languages', 500, tags, (tag) => {
    const wanted = wantedLanguages(tag, [tag, 'en']);
    claim(/^[A-Za-z0-9 -]*$/.test(wanted), 'a language that says something else');
    const spoken = languageOf(wanted, ['en', 'fa', 'de']) ?? 'en';
    claim(directionOf(spoken) === (spoken === 'fa' ? 'rtl' : 'ltr'), 'a language that is read the wrong way');
  }),
  target('files of the profile', 6, fc.oneof(nearly(profileExamples).map(throughJson), jsonText), profileFile),
  target(
    'token files',
    6,
    fc
      .uint8Array({ maxLength: 60 })
      .map((rest) => Uint8Array.from([...Buffer.from('PHGRANT\x01s', 'latin1'), ...rest])),
    tokenFile,
  ),
];
