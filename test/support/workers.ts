// Where the bundled workers lie that tests run.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const workersFolder = path.resolve(import.meta.dirname, '..', 'results', 'workers');

const worker = (name: string) => pathToFileURL(path.join(workersFolder, `${name}.js`));

export const storeWorker = worker('store-worker');
export const readingWorker = worker('reading-worker');
/** On a disk whose room a test decides: `giveRoom`. */
export const narrowStoreWorker = worker('narrow-store-worker');
