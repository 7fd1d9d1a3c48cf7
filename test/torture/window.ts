// The whole program in plain Node as its window meets it: what main.ts joins, but Electron itself, behind the one channel over
// which the window asks. Writes down what the window would show.
import path from 'node:path';
import { createWhereabouts } from '../../electron/accounts/whereabouts.ts';
import { consoleUrl } from '../../electron/auth/console-pages.ts';
import type { Failure, Result } from '../../electron/contract/failure.ts';
import type { Drawing } from '../../electron/contract/first-screen.ts';
import { ofAll } from '../../electron/contract/of-all.ts';
import type { Handlers, Input, Output, RequestName } from '../../electron/contract/requests.ts';
import { createLinkOpening } from '../../electron/desktop/link-opening.ts';
import { purposeAt, standInGoogle } from '../../electron/endpoints.ts';
import { createFirstScreen } from '../../electron/first-screen/first-screen.ts';
import { createHandlers } from '../../electron/ipc/handlers.ts';
import { serve } from '../../electron/ipc/serve.ts';
import { createLog } from '../../electron/log.ts';
import { countedFetch } from '../../electron/network/counted-fetch.ts';
import { createLedger } from '../../electron/network/ledger.ts';
import { noRules } from '../../electron/policy.ts';
import { createExporting } from '../../electron/saving/exporting.ts';
import { createSaving } from '../../electron/saving/saving.ts';
import { openSettings } from '../../electron/settings.ts';
import { createAllowedPictures } from '../../electron/views/allowed-pictures.ts';
import { createViews } from '../../electron/views/views.ts';
import type { FakeGoogle } from '../google/google.ts';
import { type Program, type ProgramOptions, startProgram } from '../support/program.ts';
import { unguarded } from '../support/unguarded.ts';
import { createShown, type Shown } from './shown.ts';

export interface Window {
  readonly program: Program;
  /** As the window's page asks: an answer or a failure, never an error. */
  readonly ask: <Name extends RequestName>(name: Name, input: Input<Name>) => Promise<Result<Output<Name>>>;
  /** As a page that has been taken over asks. */
  readonly askAnything: (name: unknown, input: unknown) => Promise<unknown>;
  readonly shown: Shown;
  /** Errors that nobody expected. */
  readonly bugs: readonly unknown[];
  /** As the program ends when somebody quits. */
  readonly close: () => Promise<void>;
}

export interface WindowOptions extends Omit<ProgramOptions, 'google' | 'folder' | 'settings' | 'onEvent'> {
  readonly google: FakeGoogle;
  /** Electron's `userData`. */
  readonly profile: string;
  /** What it has shown goes in there too. */
  readonly shown?: Shown;
}

const page = { url: 'app://bundle/index.html' };
const event = { sender: { mainFrame: page }, senderFrame: page };
const soonMs = 20;
const later = (run: () => void) => void setTimeout(run, soonMs).unref();

const drawing: Drawing = {
  drawRoot: ({ mailbox }) => `<div id="root">${mailbox?.found.rows.length ?? ''}</div>`,
  language: 'en',
  direction: 'ltr',
};
export const emptyDocument = '<!doctype html><html lang="en" dir="ltr"><body><div id="root"></div></body></html>';

export function openWindow({ google, profile, shown = createShown(), ...options }: WindowOptions): Window {
  const { file: settings, wasReset } = openSettings(profile);
  const log = createLog(path.join(profile, 'logs'), Date.now);
  const bugs: unknown[] = [];
  const onBug = (error: unknown) => {
    bugs.push(error);
    return log.bug(error);
  };
  const ledger = createLedger({ file: path.join(profile, 'network.json'), now: Date.now, later });
  const endpoints = standInGoogle(google.url);
  const program = startProgram({
    ...options,
    google,
    folder: profile,
    settings,
    notices: wasReset ? ['settings-reset'] : [],
    fetch: countedFetch(options.fetch ?? globalThis.fetch, ledger, (url) => purposeAt(endpoints, url)),
    onEvent: ({ name }) => {
      if (name !== 'session.changed') return;
      shown.session(porthole.state());
      whereabouts.forgetUnknown();
    },
  });
  const { porthole, accounts } = program;
  const whereabouts = createWhereabouts({
    folder: (id) => (id === ofAll ? profile : accounts.folder(id)),
    accountIds: () => accounts.all().map(({ id }) => id),
    later,
  });
  const views = createViews();
  const contents = () => porthole.mailbox().contents;
  const nowhere = async () => undefined;
  const exporting = createExporting({
    mailbox: porthole.mailbox,
    chooseFile: nowhere,
    ticks: () => performance.now(),
    onChanged: () => undefined,
    onBug,
  });
  const links = createLinkOpening({
    openExternal: nowhere,
    names: (messageId, url) => contents().namesLink(messageId, url),
    confirm: async () => false,
    ticks: () => performance.now(),
  });
  const handlers: Handlers = createHandlers({
    porthole,
    settings,
    rules: noRules,
    guards: unguarded(profile),
    report: { make: () => log.read(), save: async () => null },
    onLocking: nowhere,
    views,
    pictures: createAllowedPictures({ views, contents }),
    saving: createSaving({ contents, chooseFile: nowhere, chooseFolder: nowhere }),
    exporting,
    updating: { read: () => ({ state: 'off' }), look: nowhere, download: nowhere, restart: nowhere },
    followLink: links.follow,
    openConsole: (where, project) => links.open(consoleUrl(where, project)),
    print: nowhere,
    chooseFile: nowhere,
    showMenu: () => undefined,
    whereabouts,
    ledger,
    takeTold: () => null,
    onSettings: () => undefined,
  });
  const starting = { begun: false };
  const opened = () => {
    if (!starting.begun) porthole.start().catch(onBug);
    starting.begun = true;
    return porthole.opened;
  };
  const screen = createFirstScreen({
    handlers,
    opened,
    accounts,
    where: whereabouts.read,
    languages: () => 'en',
    policy: noRules.shown,
    mayShow: () => true,
    mayKeep: () => true,
    loadDrawing: async () => drawing,
    now: Date.now,
    late: later,
  });
  let answer: ((event: never, ...asked: unknown[]) => unknown) | undefined;
  serve({
    ipcMain: {
      handle: (_channel, listener) => {
        answer = listener as typeof answer;
      },
    },
    handlers,
    opened,
    onFirst: () => undefined,
    onBug,
  });
  const askAnything = async (name: unknown, input: unknown) => answer?.(event as never, name, input);
  const note = (failure: Failure) => shown.failure(failure);
  // As Chromium asks for the document before its page asks for anything.
  const document = screen.fill(emptyDocument).catch(onBug);

  return {
    program,
    shown,
    askAnything,
    ask: async (name, input) => {
      await document;
      const result = (await askAnything(name, input)) as Result<Output<typeof name>>;
      if (!result.ok) note(result.failure);
      return result;
    },
    get bugs() {
      return [...bugs, ...program.bugs];
    },
    close: async () => {
      await document;
      await exporting.close();
      await whereabouts.written();
      await screen.keep(porthole.close).catch(onBug);
      await ledger.written();
      await settings.written();
    },
  };
}
