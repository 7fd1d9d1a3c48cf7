// What Porthole remembers of how it is used: window, appearance, which account is shown. One small JSON file, kept by
// electron-store. Anything in it that does not fit its shape counts as never set.
import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import ElectronStore from 'electron-store';
import * as z from 'zod/mini';

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
  openAccountId: z.catch(z.nullable(z.string()), null),
};
const stored = z.object(shape);
export type StoredSettings = z.output<typeof stored>;

export interface SettingsFile {
  readonly read: () => StoredSettings;
  readonly change: (changes: Partial<StoredSettings>) => void;
}

const fileName = 'settings';

/** `wasReset`: the file could not be read as JSON; it was copied aside and begun anew. */
export function openSettings(folder: string): { readonly file: SettingsFile; readonly wasReset: boolean } {
  let store: ElectronStore<Record<string, unknown>>;
  let wasReset = false;
  try {
    store = new ElectronStore({ name: fileName });
  } catch {
    keepAside(path.join(folder, `${fileName}.json`));
    wasReset = true;
    store = new ElectronStore({ name: fileName, clearInvalidConfig: true });
  }
  // One process writes the file, so it is read once.
  let current = stored.parse(store.store);
  const change: SettingsFile['change'] = (changes) => {
    current = { ...current, ...changes };
    try {
      store.store = current;
    } catch {
      // The disk is full or read-only. It holds until the end of this run.
    }
  };
  return { file: { read: () => current, change }, wasReset };
}

function keepAside(file: string): void {
  if (!existsSync(file)) return;
  let count = 1;
  while (existsSync(`${file}.unreadable-${count}`)) count++;
  copyFileSync(file, `${file}.unreadable-${count}`);
}
