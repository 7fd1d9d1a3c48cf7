// The end of a start that would have no sandbox. Where a Linux lets no program make one, the AppImage starts Chromium without: mail
// would be drawn by a process that may do all that the person may. A package of the distribution brings what it needs.
import { app, dialog } from 'electron';
import { wantedLanguages } from './languages.ts';
import { wordsOf } from './telling/words.ts';

export async function refuseToStart(): Promise<void> {
  await app.whenReady();
  const { unsandboxed } = await wordsOf(wantedLanguages('system', app.getPreferredSystemLanguages()));
  dialog.showErrorBox(unsandboxed.title, unsandboxed.text);
  app.exit(1);
}
