// The Chromium of the npm package @sparticuz/chromium, unpacked once per machine, user and version. The package's own
// unpacking is not used: it writes to fixed names in the temporary folder, takes whatever lies there for complete, and
// two processes at once spoil each other's.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { isAlive, takeLock } from '../lock-file.ts';

export interface Unpacked {
  readonly executable: string;
  /** NSS, NSPR and expat, for systems that have none. */
  readonly libraries: string;
  /** A fontconfig file that adds one font family to whatever the system has. */
  readonly fontConfig: string;
}

/** The package's folder, or undefined where it is not installed or brings no binary for this machine. */
export function findPackage(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    return path.resolve(fileURLToPath(import.meta.resolve('@sparticuz/chromium')), '../..');
  } catch {
    return undefined;
  }
}

/** Any number of processes may call this at once; one unpacks, the others wait for it. */
export async function unpackChromium(source: string, parent = os.tmpdir()): Promise<Unpacked> {
  const manifest = fs.readFileSync(path.join(source, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = path.join(parent, `stand-in-chromium-${version}-${process.getuid?.() ?? 0}`);
  while (!isComplete(folder)) {
    const lock = takeLock(`${folder}.lock`);
    if (!lock) {
      await delay(50);
      continue;
    }
    try {
      removeOrphans(folder);
      if (!isComplete(folder)) await unpack(path.join(source, 'bin'), folder);
    } finally {
      lock.release();
    }
  }
  return {
    executable: path.join(folder, 'chromium'),
    libraries: path.join(folder, 'lib'),
    fontConfig: path.join(folder, 'fonts.conf'),
  };
}

/** The folder gets its name only when everything is in it. In a shared temporary folder, somebody else's is not taken. */
function isComplete(folder: string): boolean {
  const found = fs.lstatSync(folder, { throwIfNoEntry: false });
  if (!found) return false;
  if (!found.isDirectory() || found.uid !== process.getuid?.()) throw new Error(`${folder} belongs to somebody else`);
  return true;
}

/** Into a folder of this process's own, because the lock only saves work: that nobody sees half a folder is the rename's doing. */
async function unpack(bin: string, folder: string): Promise<void> {
  const part = `${folder}.part-${process.pid}`;
  fs.mkdirSync(part, { mode: 0o700 });
  const binary = createBrotliDecompress({ chunkSize: 2 ** 21 });
  const chromium = fs.createWriteStream(path.join(part, 'chromium'), { mode: 0o700 });
  await pipeline(fs.createReadStream(path.join(bin, 'chromium.br')), binary, chromium);
  for (const name of ['al2023.tar.br', 'fonts.tar.br']) untar(path.join(bin, name), part);
  fs.writeFileSync(path.join(part, 'fonts.conf'), fontConfig(folder));
  try {
    fs.renameSync(part, folder);
  } catch (error) {
    if (!isComplete(folder)) throw error;
    fs.rmSync(part, { recursive: true }); // another process was faster
  }
}

/** What processes left that were killed while they unpacked. */
function removeOrphans(folder: string): void {
  const prefix = `${path.basename(folder)}.part-`;
  const parts = fs.readdirSync(path.dirname(folder)).filter((name) => name.startsWith(prefix));
  for (const name of parts.filter((one) => !isAlive(Number(one.slice(prefix.length))))) {
    fs.rmSync(path.join(path.dirname(folder), name), { recursive: true, force: true });
  }
}

function untar(archive: string, into: string): void {
  const input = brotliDecompressSync(fs.readFileSync(archive));
  const { status, stderr, error } = spawnSync('tar', ['-x', '--no-same-owner', '-C', into], {
    input,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`cannot unpack ${path.basename(archive)}: ${stderr}`, { cause: error });
}

function fontConfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
}
