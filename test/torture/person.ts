// A person with a mailbox at the fake Google and a profile on this computer: uses Porthole, has things happen to it, and in the
// end everything is held against the truth.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SessionState } from '../../electron/contract/model.ts';
import { pageSize } from '../../electron/contract/search.ts';
import type { Random } from '../../electron/sample/random.ts';
import { contradictionsIn, differencesFrom } from '../campaigns/kill/differences.ts';
import { everywhere, type LivingMailbox, livingMailbox } from '../campaigns/kill/living-mailbox.ts';
import { type FakeGoogle, type GoogleOptions, startGoogle } from '../google/google.ts';
import { anySearch } from '../support/any-search.ts';
import { type FakeSafeStorage, fakeSafeStorage } from '../support/safe-storage.ts';
import { openTestStore } from '../support/store.ts';
import { inProfile } from './electron-app.ts';
import { secretsIn } from './secrets.ts';
import { createShown, type Shown } from './shown.ts';
import { openWindow, type Window, type WindowOptions } from './window.ts';

export interface PersonOptions {
  readonly random: Random;
  /** Must not exist. */
  readonly folder: string;
  /** Messages in the mailbox at first. */
  readonly size?: number | undefined;
  readonly google?: GoogleOptions | undefined;
  /** That a database is damaged when it is compared is not wrong in itself: it may have been damaged for the purpose. */
  readonly damagesMail?: true | undefined;
}

export interface Person {
  readonly random: Random;
  readonly google: FakeGoogle;
  readonly living: LivingMailbox;
  readonly profile: string;
  /** Below the profile: of the one account. */
  readonly account: string;
  readonly safeStorage: FakeSafeStorage;
  readonly shown: Shown;
  /** Whatever is wrong with a run, in sentences. */
  readonly wrong: string[];
  readonly open: (options?: Partial<WindowOptions>) => Window;
  readonly close: (window: Window) => Promise<void>;
  /** Signed in, everything fetched, closed. */
  readonly settleIn: () => Promise<void>;
  /** What somebody does with a window, whatever comes of it. */
  readonly use: (window: Window, times?: number) => Promise<void>;
  /** Opens everything once more with nothing in its way, catches up once, and compares. */
  readonly truth: () => Promise<Kept>;
  readonly end: () => Promise<void>;
}

/** What a fault has left. */
export interface Kept {
  /** All the mail that had been here was here. */
  readonly mail: boolean;
  /** Nobody had to sign in again. */
  readonly signIn: boolean;
}

/** How many whole messages there are; 0 where that can't be read. */
function completeIn(file: string): number {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      return Number(database.prepare('SELECT complete FROM sync').get()?.['complete'] ?? 0);
    } finally {
      database.close();
    }
  } catch {
    return 0;
  }
}

const isSignedOut = ({ connection }: SessionState) => connection.state === 'signed-out';
const isQuiet = ({ connection, sync }: SessionState) => connection.state === 'online' && !sync.running;

export async function createPerson({ random, folder, size = 16, ...options }: PersonOptions): Promise<Person> {
  const google = await startGoogle(options.google ?? {});
  const living = livingMailbox(google.mailbox(), size, random);
  const profile = path.join(folder, 'profile');
  mkdirSync(profile, { recursive: true });
  const account = path.join(profile, 'accounts', google.users[0]?.sub ?? '');
  const safeStorage = fakeSafeStorage('os');
  const shown = createShown();
  const wrong: string[] = [];
  const windows = new Set<Window>();
  let onDiskBefore = 0;
  const kept = { mail: true, signIn: true };

  const noteBugs = ({ bugs }: Window) => {
    for (const bug of bugs) wrong.push(`a bug: ${bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)}`);
  };

  const open: Person['open'] = (more = {}) => {
    const window = openWindow({ google, profile, safeStorage, shown, ...more });
    windows.add(window);
    const { porthole } = window.program;
    // Before anything new has come from Gmail.
    void porthole.opened.then(() => {
      if (porthole.state().sync.onDisk < onDiskBefore) kept.mail = false;
    });
    return window;
  };

  const close: Person['close'] = async (window) => {
    if (!windows.delete(window)) return;
    const { connection } = window.program.porthole.state();
    if (connection.state === 'signed-out') kept.signIn = false;
    await window.close();
    onDiskBefore = completeIn(path.join(account, 'mail.db'));
    noteBugs(window);
  };

  const isWhole = (state: SessionState) =>
    isQuiet(state) && state.sync.onDisk === google.mailbox().size && state.sync.inMailbox === google.mailbox().size;

  const settleIn: Person['settleIn'] = async () => {
    const window = open();
    await window.ask('session.read', {});
    await window.program.signIn();
    await window.program.until(isWhole);
    await use(window, 2);
    await remember(window);
    await close(window);
  };

  /** What is written beside the mail and the settings. */
  const remember = async ({ ask }: Window): Promise<void> => {
    const look = {
      text: everywhere,
      order: 'newest',
      anywhereInThread: false,
      partsOfWords: false,
      chosen: true,
    } as const;
    const { sub = '' } = google.users[0] ?? {};
    await ask('where.keep', { accountId: sub, where: { look, row: 0, open: null, turned: [] } });
    await ask('searches.note', { text: everywhere });
    await ask('settings.change', { theme: random.pick(['dark', 'light', 'system']) });
  };

  const use: Person['use'] = async (window, times = 1) => {
    const { ask } = window;
    const anyId = () => random.pick([...living.letters.keys(), 'ffffffffffffffff']);
    const search = () => ({
      ...anySearch,
      text: random.pick(['', 'in:inbox', everywhere, 'letter', 'is:unread from:sender', `q${random.int(1, 30)}q`]),
    });
    const look = async () => {
      const asked = { search: search(), offset: 0, limit: pageSize, inView: { first: 0, last: 9 } };
      await ask('messages.find', { ...asked, ask: random.chance(0.3) });
    };
    const read = async () => {
      const id = anyId();
      await ask('message.open', { id });
      await ask('message.body', { id });
      const view = await ask('view.open', { id });
      if (view.ok) await ask('view.close', view.value);
    };
    for (let time = 0; time < times; time++) {
      await ask('session.read', {});
      await ask('labels.list', {});
      await random.pick([look, look, read, read, () => remember(window)])();
      await ask('messages.summarize', { search: search() });
      await ask('searches.list', {});
    }
  };

  /** Answers what is wrong, or that the database was damaged, which sets it aside. Pages that nothing reads may be damaged still
   *  where they were damaged for the purpose: what can be read is right then, and that is all that can be asked. */
  const compare = async (): Promise<readonly string[] | 'damaged'> => {
    const file = path.join(account, 'mail.db');
    let isDamaged = false;
    const store = await openTestStore(file, () => {
      isDamaged = true;
    });
    const differences = await differencesFrom(living, store)
      .catch((error: unknown) => {
        if (!isDamaged) throw error;
        return [];
      })
      .finally(store.close);
    if (isDamaged) return 'damaged';
    const contradictions = options.damagesMail ? [] : contradictionsIn(file);
    return [...differences, ...contradictions, ...secretsIn(profile, google.issuedSecrets()), ...shown.raw];
  };

  /** On a busy machine, after thousands of changes; whoever hangs is ended by the run's own limit. */
  const catchingUpMs = 55_000;

  const catchUp = async (): Promise<void> => {
    const window = open();
    await window.ask('session.read', {});
    const { until, signIn } = window.program;
    const started = await until(
      (state) => isSignedOut(state) || isQuiet(state) || state.account === null,
      catchingUpMs,
    );
    if (isSignedOut(started) || started.account === null) {
      kept.signIn = false;
      await signIn();
    }
    await until(isWhole, catchingUpMs);
    await close(window);
  };

  const truth: Person['truth'] = async () => {
    for (const window of windows) await close(window);
    google.clearFaults();
    await google.reconnect();
    safeStorage.backend = 'os';
    await catchUp();
    let found = await compare();
    if (found === 'damaged' && options.damagesMail) {
      // As whoever meets it then: it was set aside, and the mail comes again.
      kept.mail = false;
      await catchUp();
      found = await compare();
    }
    wrong.push(...(found === 'damaged' ? ['the database was damaged'] : found));
    return kept;
  };

  const within = <Given extends unknown[], T>(work: (...given: Given) => Promise<T>) => {
    return (...given: Given) => inProfile(profile, () => work(...given));
  };

  return {
    random,
    google,
    living,
    profile,
    account,
    safeStorage,
    shown,
    wrong,
    open: (more) => inProfile(profile, () => open(more)),
    close: within(close),
    settleIn: within(settleIn),
    use: within(use),
    truth: within(truth),
    end: async () => {
      for (const window of windows) await window.close().catch(() => undefined);
      windows.clear();
      await google.close();
      // Threads that end let go of their files a moment later.
      await sleep(1);
    },
  };
}
