// The script of a message's frame as the app has it, bundled with something else in it.
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { build, type Plugin } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

interface Changed {
  readonly plugins?: Plugin[];
  /** Where it begins, if elsewhere. */
  readonly entry?: string;
}

export async function bundledShell({ plugins = [], entry }: Changed): Promise<string> {
  const built = await build({
    root,
    configFile: path.join(root, 'electron/vite.shell.config.ts'),
    plugins,
    build: { write: false, ...(entry && { rolldownOptions: { input: { shell: entry } } }) },
  });
  const [first] = [built].flat();
  // As it is shipped: compressed.
  const file = first && 'output' in first ? first.output.find(({ fileName }) => fileName === 'shell.js.br') : undefined;
  if (file?.type !== 'asset') throw new Error('nothing was bundled');
  return brotliDecompressSync(file.source).toString();
}
