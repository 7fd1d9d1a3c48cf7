// Mail as an enemy writes it, in a real Chromium with a listener that is really there: with all layers, with each one taken out
// in turn, and with none, where it must fire and leak, or nothing was tried.
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { parseFromFrame } from '../../electron/mail/frame.ts';
import { contacts } from '../fixtures/hostile/contacts.ts';
import { scripts } from '../fixtures/hostile/scripts.ts';
import { isStandIn } from '../runtime/executable.ts';
import { drive, type Outcome, type Vector } from './hostile/driver.ts';
import { inEveryFrame } from './hostile/in-frames.ts';
import { shellWithout, type Taken } from './hostile/variants.ts';
import { expect, projectFolder, test } from './porthole.ts';

const hostileMail = path.resolve(projectFolder, '../shared/mail/hostile');
test.use({ mayComplain: true, hooks: [path.join(import.meta.dirname, 'hostile/hook.cjs')] });

interface Mode {
  readonly name: string;
  readonly taken: Taken;
  /** Policies in the headers of the frame. */
  readonly headers: boolean;
  /** What the window lets its frames be led to. */
  readonly navigation: boolean;
  /** The filter of requests. It can't be put back: what comes later is without it too. */
  readonly filter: boolean;
}

const all: Omit<Mode, 'name'> = { taken: {}, headers: true, navigation: true, filter: true };
const modes: readonly Mode[] = [
  { ...all, name: 'all layers' },
  { ...all, name: 'no sanitiser', taken: { sanitiser: true } },
  { ...all, name: 'no sandbox', taken: { sandbox: true } },
  { ...all, name: 'no policies', taken: { policy: true }, headers: false },
  { ...all, name: 'no lock on frames', navigation: false },
  { ...all, name: 'no filter', filter: false },
  {
    name: 'none of them',
    taken: { sanitiser: true, sandbox: true, policy: true },
    headers: false,
    navigation: false,
    filter: false,
  },
];

interface Count {
  readonly ran: readonly string[];
  readonly contacted: readonly string[];
  readonly left: readonly string[];
  readonly foreign: readonly string[];
  readonly offSchema: readonly string[];
  readonly notShown: readonly string[];
}

async function listen() {
  const asked: string[] = [];
  let accepted = 0;
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(204).end();
  });
  server.on('connection', () => {
    accepted += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    accepted: () => accepted,
    close: () => server.close(),
  };
}

async function take(app: ElectronApplication, { taken, headers, navigation, filter }: Mode): Promise<void> {
  const script = Object.keys(taken).length > 0 ? await shellWithout(taken) : null;
  await app.evaluate(
    ({ BrowserWindow, session }, { script, headers, navigation, filter }) => {
      type Answer = (request: Request) => Response | Promise<Response>;
      const answer = async (scheme: string, request: Request, own: Answer) => {
        const answered = await own(request);
        if (scheme !== 'mail') return answered;
        const isScript = new URL(request.url).pathname === '/shell.js';
        const left = new Headers(answered.headers);
        if (!headers) {
          for (const name of [...left.keys()]) if (name !== 'content-type') left.delete(name);
        }
        const body = isScript && script !== null ? script : await answered.arrayBuffer();
        return new Response(body, { status: answered.status, headers: left });
      };
      Reflect.set(globalThis, 'answerInstead', answer);
      const [contents] = BrowserWindow.getAllWindows().map((window) => window.webContents);
      const events = ['will-frame-navigate', 'will-navigate', 'will-redirect'] as const;
      const kept = (Reflect.get(globalThis, 'kept') ?? new Map()) as Map<string, ((...args: never[]) => void)[]>;
      Reflect.set(globalThis, 'kept', kept);
      for (const name of events) {
        const emitter = contents as unknown as NodeJS.EventEmitter;
        if (!kept.has(name)) kept.set(name, emitter.listeners(name) as never);
        emitter.removeAllListeners(name);
        if (navigation) for (const listener of kept.get(name) ?? []) emitter.on(name, listener as never);
      }
      if (!filter) {
        session.defaultSession.webRequest.onBeforeRequest(null);
        session.defaultSession.removeAllListeners('will-download');
      }
    },
    { script, headers, navigation, filter },
  );
}

const palette = {
  text: '#111111',
  background: '#ffffff',
  link: '#0000ee',
  quiet: '#888888',
  mark: '#ffff00',
  current: '#ff8800',
};
const options = {
  related: [],
  pictures: [],
  colours: 'original',
  dark: false,
  palette,
  zoom: 1,
  fits: true,
  quoted: 'Quoted text',
  title: 'Message',
  marks: [],
} as const;

async function show(page: Page, mode: Mode, vectors: readonly Vector[]): Promise<readonly Outcome[]> {
  const sandbox = mode.taken.sandbox ? null : 'allow-scripts allow-same-origin allow-popups';
  return page.evaluate(drive, { vectors, frames: 8, settleMs: 40, sandbox, options });
}

const idsWhere = (outcomes: readonly Outcome[], is: (outcome: Outcome) => boolean) =>
  outcomes.filter(is).map(({ id }) => id);

async function run(
  { app, page }: { readonly app: ElectronApplication; readonly page: Page },
  mode: Mode,
  vectors: readonly Vector[],
  listener: Awaited<ReturnType<typeof listen>>,
): Promise<Count> {
  await take(app, mode);
  const before = listener.asked.length;
  const acceptedBefore = listener.accepted();
  const triedBefore = await attempts(app);
  const outcomes = await show(page, mode, vectors);
  const tried = (await attempts(app)).slice(triedBefore.length);
  const paths = [...listener.asked.slice(before), ...tried];
  const contacted = new Set(paths.map((one) => /[\w]+(?:-[\w]+)+/.exec(one)?.[0] ?? one));
  if (listener.accepted() > acceptedBefore && contacted.size === 0) contacted.add('a connection');
  return {
    ran: idsWhere(outcomes, ({ ran }) => ran.length > 0),
    contacted: [...contacted],
    left: idsWhere(outcomes, ({ seen, end }) => end === 'shown' && (seen?.left ?? true)),
    foreign: outcomes.flatMap(({ id, seen }) => (seen?.foreign ?? []).map((what) => `${id}: ${what}`)),
    offSchema: idsWhere(outcomes, ({ messages }) => messages.some((message) => parseFromFrame(message) === null)),
    notShown: idsWhere(outcomes, ({ end }) => end !== 'shown'),
  };
}

/** What Chromium asked for past every interception; on real Electron only the listener tells. */
const attempts = (app: ElectronApplication): Promise<readonly string[]> =>
  isStandIn ? app.evaluate(() => [...globalThis.standIn.networkAttempts]) : Promise.resolve([]);

const line = (name: string, count: number, { ran, contacted, left, foreign, offSchema, notShown }: Count) =>
  `${name.padEnd(18)} ${count} documents: ${ran.length} ran a script, ${contacted.length} made contact, ${left.length} left, ` +
  `${offSchema.length} spoke out of turn, ${foreign.length} foreign parts, ${notShown.length} not shown`;

interface Suite {
  readonly name: string;
  readonly vectors: readonly Vector[];
  /** Of them, at least so many do it where nothing stands in their way. */
  readonly firing: number;
  readonly leaking: number;
}

interface Shared {
  readonly id: string;
  readonly html: string;
  readonly fires_raw_chromium156?: boolean;
  readonly raw_chromium156?: string;
}

function shared(file: string): readonly Shared[] {
  const place = path.join(hostileMail, file);
  return existsSync(place) ? JSON.parse(readFileSync(place, 'utf8')) : [];
}

const sharedScripts = shared('scripts.json');
const sharedContacts = shared('remote-content.json');
const suites: readonly Suite[] = [
  { name: 'scripts', vectors: scripts, firing: 120, leaking: 0 },
  { name: 'contacts', vectors: contacts, firing: 0, leaking: 180 },
  { name: 'shared scripts', vectors: sharedScripts, firing: 25, leaking: 0 },
  { name: 'shared contacts', vectors: sharedContacts, firing: 0, leaking: 70 },
];

for (const { name, vectors, firing, leaking } of suites) {
  test(`${name}: nothing runs, nobody is contacted, nothing leaves, whichever layer is gone`, async ({ start }) => {
    test.skip(vectors.length === 0, 'this suite is not here');
    test.setTimeout(180_000);
    const listener = await listen();
    const running = await start({ STAND_IN_ALLOW_HOSTS: listener.address });
    await running.app.context().addInitScript(inEveryFrame);
    const aimed = vectors.map(({ id, html }) => ({
      id,
      html: html.replaceAll('LISTENER', listener.address).replaceAll('tracker.invalid:PORT', listener.address),
    }));
    const written = new Map(aimed.map(({ id, html }) => [id, html]));
    const counts = new Map<string, Count>();
    for (const mode of modes) {
      const count = await run(running, mode, aimed, listener);
      counts.set(mode.name, count);
      console.log(line(mode.name, aimed.length, count));
    }
    listener.close();
    for (const mode of modes.slice(0, -1)) {
      const count = counts.get(mode.name);
      expect.soft(count?.ran, mode.name).toEqual([]);
      expect.soft(count?.contacted, mode.name).toEqual([]);
      expect.soft(count?.left, mode.name).toEqual([]);
      expect.soft(count?.offSchema, mode.name).toEqual([]);
      if (mode.taken.sanitiser) expect(count?.foreign.length).toBeGreaterThan(100);
      else expect.soft(count?.foreign, mode.name).toEqual([]);
      expect
        .soft(
          count?.notShown.filter((id) => !/<frameset/i.test(written.get(id) ?? '')),
          mode.name,
        )
        .toEqual([]);
    }
    expect(counts.get('none of them')?.ran.length).toBeGreaterThanOrEqual(firing);
    expect(counts.get('none of them')?.contacted.length).toBeGreaterThanOrEqual(leaking);
  });
}
