// Porthole on a profile in which it may write nothing: a process of its own, because rights are those of a process. Says what
// there was to be seen, and whether it is true that nothing can be written.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FakeGoogle } from '../google/google.ts';
import { anySearch } from '../support/any-search.ts';
import { fakeSafeStorage } from '../support/safe-storage.ts';
import { inProfile } from './electron-app.ts';
import { openWindow } from './window.ts';

/** How it is started, as JSON in its first argument. */
export interface ReadOnlyOptions {
  readonly url: string;
  readonly profile: string;
}

export interface ReadOnlySeen {
  readonly couldWrite: boolean;
  /** In the whole mailbox, as found. */
  readonly found: number;
  /** Of the newest message. */
  readonly subject: string;
  readonly sentences: readonly string[];
  readonly wrong: readonly string[];
}

const { url, profile } = JSON.parse(process.argv[2] ?? '') as ReadOnlyOptions;

function canWrite(): boolean {
  try {
    writeFileSync(path.join(profile, 'probe'), '');
    return true;
  } catch {
    return false;
  }
}

async function look(): Promise<ReadOnlySeen> {
  const couldWrite = canWrite();
  const window = openWindow({ google: { url } as FakeGoogle, profile, safeStorage: fakeSafeStorage('os') });
  const { ask, shown, program } = window;
  await ask('session.read', {});
  const search = { ...anySearch, text: 'in:anywhere' };
  const page = await ask('messages.find', { search, ask: false, offset: 0, limit: 200 });
  const [first] = page.ok ? page.value.rows : [];
  const message = await ask('message.open', { id: first?.id ?? '0' });
  await ask('settings.change', { theme: 'dark' });
  await ask('searches.note', { text: 'x' });
  await ask('sync.now', {});
  await program.until(({ connection }) => connection.state !== 'connecting');
  await window.close();
  const bugs = window.bugs.map((bug) => (bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)));
  return {
    couldWrite,
    found: page.ok ? page.value.rows.length : 0,
    subject: message.ok ? message.value.subject : '',
    sentences: [...shown.sentences],
    wrong: [...shown.raw, ...bugs],
  };
}

process.send?.(await inProfile(profile, look), () => process.exit());
