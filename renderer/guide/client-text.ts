// The text of a client file, from wherever it was dropped: refuses what is too large before reading it.
import type { Failure } from '../../electron/contract/failure.ts';

/** As much as `client.accept` takes. */
const longest = 100_000;

type ClientText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly failure: Failure }
  | { readonly ok: false; readonly failure: null };

const tooLarge: ClientText = { ok: false, failure: { kind: 'client-file', problem: 'too-large' } };

export function clientText(text: string): ClientText {
  if (text.trim() === '') return { ok: false, failure: null };
  return text.length > longest ? tooLarge : { ok: true, text };
}

export async function droppedText(dropped: Pick<DataTransfer, 'files' | 'getData'>): Promise<ClientText> {
  const file = dropped.files[0];
  if (!file) return clientText(dropped.getData('text/plain'));
  if (file.size > longest) return tooLarge;
  try {
    return clientText(await file.text());
  } catch {
    // A folder can be dropped too, and can't be read as a file.
    return { ok: false, failure: { kind: 'client-file', problem: 'unreadable' } };
  }
}
