// The whole program but its window, in plain Node: what main.ts joins, with a fake Google, a fake key store and a person
// who answers the consent page.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Accounts, createAccounts } from '../../electron/accounts/accounts.ts';
import { createVault } from '../../electron/auth/vault.ts';
import type { PortholeEvent } from '../../electron/contract/events.ts';
import { unbegun } from '../../electron/contract/guide.ts';
import type { SessionState } from '../../electron/contract/model.ts';
import type { FoundPage } from '../../electron/contract/search.ts';
import { standInGoogle } from '../../electron/endpoints.ts';
import type { Log } from '../../electron/log.ts';
import { noRules, type Rules } from '../../electron/policy.ts';
import { createPorthole, type Porthole, type PortholeOptions } from '../../electron/porthole.ts';
import type { SettingsFile, StoredSettings } from '../../electron/settings.ts';
import { consent, type Decision } from '../google/browser.ts';
import type { FakeGoogle } from '../google/google.ts';
import { anySearch } from './any-search.ts';
import { withoutLimits } from './gmail-client.ts';
import { englishPages } from './pages.ts';
import { type FakeSafeStorage, fakeSafeStorage } from './safe-storage.ts';
import { usualLook } from './usual-look.ts';
import { readingWorker, storeWorker } from './workers.ts';

export interface Program {
  readonly porthole: Porthole;
  readonly accounts: Accounts;
  readonly events: readonly PortholeEvent[];
  readonly bugs: readonly unknown[];
  readonly opened: readonly string[];
  /** What was written to the log. */
  readonly noted: readonly Parameters<Log['note']>[];
  /** Resolves when the state is as asked for. */
  readonly until: (is: (state: SessionState) => boolean, withinMs?: number) => Promise<SessionState>;
  /** Asks for a synchronisation and waits for its end. */
  readonly sync: () => Promise<SessionState>;
  readonly signIn: (decision?: Decision) => Promise<void>;
  /** As `signIn`, for this user of Google, in addition. */
  readonly add: (email: string) => Promise<void>;
  readonly find: (query: string, ask?: boolean) => Promise<FoundPage>;
  /** What Gmail answers, all of it. */
  readonly askGmail: (query: string) => Promise<FoundPage>;
}

export interface ProgramOptions {
  readonly google: FakeGoogle;
  readonly folder: string;
  readonly settings?: SettingsFile;
  readonly safeStorage?: FakeSafeStorage;
  /** Of pictures that lie elsewhere; none is to be had unless given. */
  readonly fetchPicture?: PortholeOptions['fetchPicture'];
  readonly fetch?: typeof fetch;
  readonly listener?: PortholeOptions['listener'];
  /** Of an organisation; none unless given. */
  readonly rules?: Rules;
  readonly storeWorker?: URL;
  readonly notices?: PortholeOptions['notices'];
  readonly everyMs?: PortholeOptions['everyMs'];
  readonly onEvent?: (event: PortholeEvent) => void;
  /** Keeps no events: of a long run there are many. */
  readonly forgetful?: true;
  /** How many milliseconds the clock is ahead. */
  readonly ahead?: () => number;
}

export function settingsInMemory(): SettingsFile {
  let settings: StoredSettings = {
    ...usualLook,
    theme: 'system',
    place: null,
    grouping: 'messages',
    facets: true,
    strict: false,
    keys: {},
    guide: unbegun,
    openAccountId: null,
    allAccounts: false,
    updatesLookedAt: null,
  };
  return {
    read: () => settings,
    change: (changes) => {
      settings = { ...settings, ...changes };
    },
    written: async () => undefined,
    end: async () => undefined,
  };
}

const nowhere: PortholeOptions['fetchPicture'] = async () => ({
  picture: undefined,
  refused: 'unreachable',
  contacted: [],
  bytes: 0,
});

/** Longer than any test waits for a step; only a test that fails waits it out. */
const patienceMs = 15_000;

export function startProgram(options: ProgramOptions): Program {
  const { google, folder, settings = settingsInMemory(), safeStorage = fakeSafeStorage('os') } = options;
  const accounts = createAccounts(folder, settings);
  const events: PortholeEvent[] = [];
  const bugs: unknown[] = [];
  const opened: string[] = [];
  const noted: Parameters<Log['note']>[] = [];
  const watchers = new Set<() => void>();
  const now = () => Date.now() + (options.ahead?.() ?? 0);
  const porthole = createPorthole({
    accounts,
    vault: createVault({ folder: accounts.folder, safeStorage: safeStorage.safeStorage, platform: 'linux' }),
    endpoints: standInGoogle(google.url),
    storeWorker: options.storeWorker ?? storeWorker,
    readingWorker,
    rules: options.rules ?? noRules,
    ...(options.everyMs && { everyMs: options.everyMs }),
    allowance: withoutLimits(),
    fetch: options.fetch ?? globalThis.fetch,
    fetchPicture: options.fetchPicture ?? nowhere,
    ...(options.listener && { listener: options.listener }),
    now,
    openExternal: async (url) => {
      opened.push(url);
    },
    pages: async () => englishPages,
    writeClipboard: async () => undefined,
    bringToFront: () => undefined,
    emit: (event) => {
      if (!options.forgetful) events.push(event);
      options.onEvent?.(event);
      for (const watch of watchers) watch();
    },
    log: { note: (...entry) => void noted.push(entry), bug: (error) => `bug-${bugs.push(error)}` },
    notices: options.notices ?? [],
  });

  const when = async (what: string, holds: () => boolean | Promise<boolean>, withinMs = patienceMs): Promise<void> => {
    const late = AbortSignal.timeout(withinMs);
    while (!(await holds())) {
      if (late.aborted) {
        const { connection, sync, signIn } = porthole.state();
        throw new Error(`waited in vain until ${what}: ${JSON.stringify({ connection, sync, signIn })}`);
      }
      await Promise.race([
        new Promise<void>((resolve) => {
          const watch = () => {
            watchers.delete(watch);
            resolve();
          };
          watchers.add(watch);
        }),
        sleep(50),
      ]);
    }
  };

  const find = (text: string, ask = false) =>
    porthole.mailbox().searching.find({
      search: { ...anySearch, text },
      ask,
      offset: 0,
      limit: 100,
      inView: { first: 0, last: 99 },
    });
  const decide = async (ask: () => Promise<void>, decision: Decision, account?: string) => {
    const before = opened.length;
    await ask();
    await when('the consent page was opened', () => opened.length > before);
    await consent(opened.at(-1) ?? '', decision, account === undefined ? {} : { account });
    await when('the consent ended', () => ['none', 'failed'].includes(porthole.consent.state().state));
  };

  return {
    porthole,
    accounts,
    events,
    bugs,
    opened,
    noted,
    find,
    until: async (is, withinMs) => {
      await when(String(is), () => is(porthole.state()), withinMs);
      return porthole.state();
    },
    sync: async () => {
      // So that this one's end is later than the last one's.
      await sleep(2);
      const since = now();
      await porthole.syncNow();
      await when(
        'it was synchronised',
        () => (porthole.state().sync.syncedAt ?? 0) >= since && online(porthole.state()),
      );
      return porthole.state();
    },
    signIn: async (decision = 'allow') => {
      porthole.acceptClient(JSON.stringify(google.clientFile()));
      await decide(porthole.signIn, decision);
    },
    add: (email) => decide(porthole.add, 'allow', email),
    askGmail: async (query) => {
      await when('Gmail answered', async () => {
        const page = await find(query, true);
        return page.gmail === 'answered';
      });
      return find(query, true);
    },
  };
}

export const online = ({ connection, sync }: SessionState) => connection.state === 'online' && !sync.running;
export const offline = ({ connection }: SessionState) => connection.state === 'offline';
export const signedOut = ({ connection }: SessionState) => connection.state === 'signed-out';
