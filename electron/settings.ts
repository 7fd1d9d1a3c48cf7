// What Porthole remembers of how it is used: window, appearance, which account is shown. One small JSON file, kept by
// electron-store. Anything in it that does not fit its shape counts as never set.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { densities, leastZoom, mostZoom, themes, typeSizes } from './contract/appearance.ts';
import { unbegun } from './contract/guide.ts';
import { guideShape } from './contract/guide-shape.ts';
import { hints } from './contract/hints.ts';
import { languageChoice } from './contract/language-choice.ts';
import { foldable, paneLimits, type SizedPane, usualPanes } from './contract/panes.ts';
import { changedKeys } from './contract/requests.ts';
import { groupings } from './contract/search.ts';
import { mostCache, usualCacheLimit } from './contract/storage.ts';
import { quiet, tellingShape } from './contract/telling.ts';
import { updateChoices } from './contract/updates.ts';

const place = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().check(z.gte(100)),
  height: z.int().check(z.gte(100)),
  maximized: z.boolean(),
});

const width = (pane: SizedPane) =>
  z.catch(z.number().check(z.gte(paneLimits[pane].least), z.lte(paneLimits[pane].most)), usualPanes[pane]);
const panes = z.object({
  labels: width('labels'),
  list: width('list'),
  folded: z.catch(z.readonly(z.array(z.enum(foldable))), []),
});

const shape = {
  language: z.catch(languageChoice, 'system'),
  theme: z.catch(z.enum(themes), 'system'),
  highContrast: z.catch(z.boolean(), false),
  density: z.catch(z.enum(densities), 'comfortable'),
  typeSize: z.catch(z.enum(typeSizes), 'normal'),
  zoom: z.catch(z.number().check(z.gte(leastZoom), z.lte(mostZoom)), 1),
  panes: z.catch(panes, usualPanes),
  place: z.catch(z.nullable(place), null),
  grouping: z.catch(z.enum(groupings), 'threads'),
  facets: z.catch(z.boolean(), true),
  strict: z.catch(z.boolean(), false),
  keys: z.catch(changedKeys, {}),
  hintsSeen: z.catch(z.readonly(z.array(z.enum(hints))), []),
  cacheLimit: z.catch(z.int().check(z.gte(0), z.lte(mostCache)), usualCacheLimit),
  guide: z.catch(guideShape, unbegun),
  telling: z.catch(tellingShape, quiet),
  updates: z.catch(z.enum(updateChoices), 'ask'),
  updatesLookedAt: z.catch(z.nullable(z.number()), null),
  openAccountId: z.catch(z.nullable(z.string()), null),
  allAccounts: z.catch(z.boolean(), false),
};
/** What another version has set is kept, although nothing here knows it. */
const stored = z.looseObject(shape);
export type StoredSettings = { readonly [Name in keyof typeof shape]: z.output<(typeof shape)[Name]> };

export interface SettingsFile {
  readonly read: () => StoredSettings;
  /** Holds at once; the file follows. */
  readonly change: (changes: Partial<StoredSettings>) => void;
  /** Resolves when the file has everything. */
  readonly written: () => Promise<void>;
  /** Writes no more. Resolves when what was being written is. */
  readonly end: () => Promise<void>;
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
    return typeof content === 'object' && content !== null && !Array.isArray(content) ? content : undefined;
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
  let ended = false;
  const write = async () => {
    if (ended) return;
    store ??= openStore();
    (await store).store = current;
  };
  const change: SettingsFile['change'] = (changes) => {
    current = { ...current, ...changes };
    // Where the disk is full or read-only it holds until the end of this run.
    writing = writing.then(write).catch(() => undefined);
  };
  const end = () => {
    ended = true;
    return writing;
  };
  return { file: { read: () => current, change, written: () => writing, end }, wasReset: content === undefined };
}

function keepAside(file: string): void {
  let count = 1;
  while (existsSync(`${file}.unreadable-${count}`)) count++;
  try {
    copyFileSync(file, `${file}.unreadable-${count}`);
  } catch {
    // A disk without room, or a file that nobody may read: Porthole starts all the same.
  }
}
