// What may be in the archive, and what of it is ever read.
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { ArchivedFile } from './archive.ts';

const shipped = [
  /^package\.json$/,
  /^dist\/main\/(?:assets\/)?[\w-]+\.js$/,
  /^dist\/preload\/index\.cjs$/,
  /^dist\/renderer\/index\.html$/,
  /^dist\/renderer\/(?:assets\/[\w.-]+\.js|pdf-files\.bin)\.br$/,
  /^dist\/shell\/shell\.js\.br$/,
  /^dist\/pdf\/pdf(?:-worker)?\.js\.br$/,
];

/** Maps, sources, tests, modules of others: whatever is none of the above. */
export const strangers = (files: readonly ArchivedFile[]): readonly string[] =>
  files.map(({ name }) => name).filter((name) => !shipped.some((pattern) => pattern.test(name)));

const textOf = ({ name, content }: ArchivedFile): string =>
  name.endsWith('.bin.br') ? '' : (name.endsWith('.br') ? brotliDecompressSync(content) : content).toString();

/**
 * What nothing that runs names: it can't be read by anything. A file is read by its name, which stands in what reads it, without
 * `.br` where it lies compressed.
 */
export function neverRead(files: readonly ArchivedFile[]): readonly string[] {
  const left = new Map(files.map((file) => [file.name, file]));
  const reached: ArchivedFile[] = files.filter(({ name }) => name === 'package.json');
  for (const { name } of reached) left.delete(name);
  for (const file of reached) {
    const text = textOf(file);
    for (const [name, other] of left) {
      if (!text.includes(path.posix.basename(name, '.br'))) continue;
      reached.push(other);
      left.delete(name);
    }
  }
  return [...left.keys()];
}

/** Files that hold one of the texts, which say where the package was made. */
export const telling = (files: readonly ArchivedFile[], texts: readonly string[]): readonly string[] =>
  files.filter((file) => texts.some((text) => textOf(file).includes(text))).map(({ name }) => name);
