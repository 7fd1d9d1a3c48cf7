// A store on a file of its own.
import { rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openStore, type Store } from '../../electron/store/store.ts';
import { narrowStoreWorker, storeWorker } from './workers.ts';

export interface TestStore extends Store {
  /** Every known message with the labels that it has here, newest first. */
  readonly labelled: () => readonly { readonly id: string; readonly labelIds: readonly string[] }[];
}

function labelledIn(file: string): ReturnType<TestStore['labelled']> {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const sql = 'SELECT id, label_ids FROM message JOIN label_set ON number = label_set ORDER BY key DESC';
    return database
      .prepare(sql)
      .all()
      .map((row) => ({ id: String(row['id']), labelIds: JSON.parse(String(row['label_ids'])) as string[] }));
  } finally {
    database.close();
  }
}

export async function openTestStore(file: string, onRebuilt: () => void = () => undefined): Promise<TestStore> {
  const store = await openStore({ file, workerUrl: storeWorker, onRebuilt });
  return { ...store, labelled: () => labelledIn(file) };
}

/** Closes it, whatever comes of its use. */
export async function withTestStore<T>(file: string, use: (store: TestStore) => Promise<T>): Promise<T> {
  const store = await openTestStore(file);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** On a disk whose room a test decides. */
export function openNarrowStore(file: string): Promise<Store> {
  return openStore({ file, workerUrl: narrowStoreWorker, onRebuilt: () => undefined });
}

/** Null: as much as there is. Of 16 kB each. */
export function giveRoom(file: string, pages: number | null): void {
  if (pages === null) rmSync(`${file}.room`, { force: true });
  else writeFileSync(`${file}.room`, String(pages));
}
