// Tables of characters and fonts that PDFs take for granted, from beside the window's own page.
import { isFileName } from '../../electron/mail/pdf-frame.ts';

/** Null where there is none of that name. */
export async function pdfFile(name: string): Promise<Uint8Array | null> {
  if (!isFileName(name)) return null;
  try {
    const answer = await fetch(`./pdf/${name}`);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
