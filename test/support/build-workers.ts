// Bundles the program's workers for tests that run everything else from source. Node strips types in a thread with a
// WebAssembly module, and V8 sometimes crashes where threads that use one come and go by the hundred.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { workersFolder } from './workers.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

/** Somebody else may be running with what is there: only what is different is replaced, and as a whole. */
function put(name: string, content: string | Uint8Array): void {
  const file = path.join(workersFolder, name);
  if (existsSync(file) && readFileSync(file).equals(Buffer.from(content))) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
}

/** Vitest calls it before the first test; campaigns and benches call it themselves. */
export async function setup(): Promise<void> {
  const built = await build({
    root,
    configFile: path.join(root, 'electron/vite.main.config.ts'),
    build: {
      write: false,
      rolldownOptions: {
        input: {
          'store-worker': path.join(root, 'electron/store/worker.ts'),
          'reading-worker': path.join(root, 'electron/gmail/reading-worker.ts'),
          'narrow-store-worker': path.join(root, 'test/support/narrow-store-worker.ts'),
        },
      },
    },
  });
  for (const file of [built].flat().flatMap((one) => (one as Rolldown.RolldownOutput).output))
    put(file.fileName, file.type === 'chunk' ? file.code : file.source);
}
