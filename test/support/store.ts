// A store on a file of its own, run from source.
import { openStore, type Store } from '../../electron/store/store.ts';

export const storeWorker = new URL('../../electron/store/worker.ts', import.meta.url);

export function openTestStore(file: string, onRebuilt: () => void = () => undefined): Promise<Store> {
  return openStore({ file, workerUrl: storeWorker, onRebuilt });
}
