// Bundles the program's workers for tests that run everything else from source. Node strips types in a thread with a
// WebAssembly module, and V8 sometimes crashes where threads that use one come and go by the hundred.
import path from 'node:path';
import { build } from 'vite';
import { workersFolder } from './workers.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

/** Vitest calls it before the first test; campaigns and benches call it themselves. */
export async function setup(): Promise<void> {
  await build({
    root,
    configFile: path.join(root, 'electron/vite.main.config.ts'),
    build: {
      outDir: workersFolder,
      rolldownOptions: {
        input: {
          'store-worker': path.join(root, 'electron/store/worker.ts'),
          'reading-worker': path.join(root, 'electron/gmail/reading-worker.ts'),
        },
      },
    },
  });
}
