// Files that Porthole brings along. Most of them lie compressed in the package (`<name>.br`), which halves it.
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

const decompress = promisify(brotliDecompress);

/** Rejects where there is neither the file nor its compressed form. */
export async function readShipped(file: string): Promise<Buffer<ArrayBuffer>> {
  const packed = await readFile(`${file}.br`).catch(() => undefined);
  return packed === undefined ? await readFile(file) : await decompress(packed);
}
