// The system's dialogs for where a file is to go. What is written there is no business of theirs.
import { type BrowserWindow, dialog } from 'electron';

/** `name`: proposed. Undefined where the person chose nothing. */
export async function chooseFileToSave(window: BrowserWindow, name: string): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: name,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? undefined : filePath;
}

export async function chooseFolderToSave(window: BrowserWindow): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? undefined : filePaths[0];
}
