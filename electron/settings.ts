// What Porthole remembers of how it is used: window, appearance, which account is shown. One small JSON file, kept by
// electron-store. Anything in it that does not fit its shape counts as never set.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { groupings } from './contract/search.ts';

const place = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().check(z.gte(100)),
  height: z.int().check(z.gte(100)),
  maximized: z.boolean(),
});

const shape = {
  theme: z.catch(z.enum(['system', 'light', 'dark']), 'system'),
  place: z.catch(z.nullable(place), null),
  grouping: z.catch(z.enum(groupings), 'threads'),
  facets: z.catch(z.boolean(), true),
  strict: z.catch(z.boolean(), false),
  openAccountId: z.catch(z.nullable(z.string()), null),
  allAccounts: z.catch(z.boolean(), false),
};
const stored = z.object(shape);
export type StoredSettings = z.output<typeof stored>;

export interface SettingsFile {
  readonly read: () => StoredSettings;
  /** Holds at once; the file follows. */
  readonly change: (changes: Partial<StoredSettings>) => void;
  /** Resolves when the file has everything. */
  readonly written: () => Promise<void>;
}

const fileName = 'settings';

/** It is five sixths of the program's text, for a schema checker: who only reads does not wait for it. */
async function openStore() {
  const { default: ElectronStore } = await import('electron-store');
  return new ElectronStore<Record<string, unknown>>({ name: fileName, clearInvalidConfig: true });
}

/** What the file holds; undefined where nobody can read it. */
function contentOf(file: string): unknown {
  if (!existsSync(file)) return {};
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof content === 'object' && content !== null ? content : undefined;
  } catch {
    return undefined;
  }
}

/** `wasReset`: the file could not be read as JSON; it was copied aside and begun anew. */
export function openSettings(folder: string): { readonly file: SettingsFile; readonly wasReset: boolean } {
  const file = path.join(folder, `${fileName}.json`);
  const content = contentOf(file);
  if (content === undefined) keepAside(file);
  // One process writes the file, so it is read once.
  let current = stored.parse(content ?? {});
  let store: ReturnType<typeof openStore> | undefined;
  let writing = Promise.resolve();
  const write = async () => {
    store ??= openStore();
    (await store).store = current;
  };
  const change: SettingsFile['change'] = (changes) => {
    current = { ...current, ...changes };
    // Where the disk is full or read-only it holds until the end of this run.
    writing = writing.then(write).catch(() => undefined);
  };
  return { file: { read: () => current, change, written: () => writing }, wasReset: content === undefined };
}

function keepAside(file: string): void {
  let count = 1;
  while (existsSync(`${file}.unreadable-${count}`)) count++;
  copyFileSync(file, `${file}.unreadable-${count}`);
}
