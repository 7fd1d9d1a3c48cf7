// The system's dialog for the OAuth client file. The file is read here: its secret never enters the page.
import { readFile, stat } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import { FailureError } from '../contract/failure.ts';

const maxBytes = 100_000;

/** `title`: of the dialog. undefined where the person chose none. @throws FailureError `client-file` for a file that is no text of that size */
export async function chooseClientFile(window: BrowserWindow, title: string): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    properties: ['openFile'],
    filters: [{ name: 'JSON', extensions: ['json'] }],
  });
  const [file] = filePaths;
  if (canceled || file === undefined) return undefined;
  try {
    if ((await stat(file)).size > maxBytes) throw new FailureError({ kind: 'client-file', problem: 'too-large' });
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof FailureError) throw cause;
    throw new FailureError({ kind: 'client-file', problem: 'unreadable' }, { cause });
  }
}
