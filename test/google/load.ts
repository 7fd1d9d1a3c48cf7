// Mail from disk: a folder of .eml (with all folders in it), one .eml, or an mbox (plain or .gz, mboxrd).
// Gives raw messages; knows no mailbox.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

export function loadMail(where: string): Buffer[] {
  if (statSync(where).isDirectory()) {
    return readdirSync(where, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.eml$/i.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => readFileSync(file));
  }
  const content = readFileSync(where);
  const plain = content[0] === 0x1f && content[1] === 0x8b ? gunzipSync(content) : content;
  return plain.toString('latin1', 0, 5) === 'From ' ? splitMbox(plain) : [plain];
}

/** A message begins at a `From ` line; within it such lines are quoted with `>`, one more each time (mboxrd). */
function splitMbox(mbox: Buffer): Buffer[] {
  return mbox
    .toString('latin1')
    .split(/^From .*\r?\n/m)
    .slice(1)
    .map((text) => text.replace(/^>(>*From )/gm, '$1').replace(/\r?\n$/, ''))
    .map((text) => Buffer.from(text, 'latin1'));
}
