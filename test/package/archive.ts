// What an asar holds: https://github.com/electron/asar. Read for checks, so nothing of it is trusted.
import { createHash } from 'node:crypto';
import { extractFile, getRawHeader, listPackage } from '@electron/asar';

/** As an asar's header has it of each file. */
interface Integrity {
  readonly algorithm: string;
  readonly hash: string;
  readonly blockSize: number;
  readonly blocks: readonly string[];
}

export interface ArchivedFile {
  /** With slashes, from the archive's root. */
  readonly name: string;
  readonly content: Buffer;
  readonly integrity: Integrity | undefined;
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly integrity?: Integrity;
  readonly unpacked?: boolean;
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

export function archivedFiles(asar: string): readonly ArchivedFile[] {
  const header = getRawHeader(asar).header as unknown as Entry;
  const entryOf = (name: string) =>
    name.split('/').reduce<Entry | undefined>((folder, part) => folder?.files?.[part], header);
  return listPackage(asar, { isPack: false })
    .map((name) => name.replaceAll('\\', '/').slice(1))
    .map((name) => ({ name, entry: entryOf(name) }))
    .filter(({ entry }) => !entry?.files)
    .map(({ name, entry }) => ({
      name,
      content: entry?.unpacked ? Buffer.alloc(0) : extractFile(asar, name),
      integrity: entry?.integrity,
    }));
}

/** Whether a file is what its header says. */
export function isIntact({ content, integrity }: ArchivedFile): boolean {
  if (integrity?.algorithm !== 'SHA256' || integrity.hash !== sha256(content)) return false;
  const blocks = Math.max(1, Math.ceil(content.length / integrity.blockSize));
  const block = (at: number) => content.subarray(at * integrity.blockSize, (at + 1) * integrity.blockSize);
  return integrity.blocks.length === blocks && integrity.blocks.every((hash, at) => hash === sha256(block(at)));
}
