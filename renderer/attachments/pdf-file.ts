// Tables of characters and fonts that PDFs take for granted, from beside the window's own page: all of them in one file.
import { unpackFiles } from '../../electron/mail/packed-files.ts';
import { isFileName } from '../../electron/mail/pdf-frame.ts';

async function read(): Promise<ReadonlyMap<string, Uint8Array>> {
  const answer = await fetch('./pdf-files.bin');
  if (!answer.ok) throw new Error('They did not come.');
  return unpackFiles(new Uint8Array(await answer.arrayBuffer()));
}

let files: ReturnType<typeof read> | undefined;

/** Null where there is none of that name. */
export async function pdfFile(name: string): Promise<Uint8Array | null> {
  if (!isFileName(name)) return null;
  try {
    files ??= read();
    // A copy, because it is handed over to the frame.
    return (await files).get(name)?.slice() ?? null;
  } catch {
    files = undefined;
    return null;
  }
}
