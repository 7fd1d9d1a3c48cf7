// What a person saves outside Porthole, joined to Electron: where they choose to, messages, attachments, PDFs and mbox files.
import type { BrowserWindow } from 'electron';
import type { PortholeEvent } from '../contract/events.ts';
import type { Porthole } from '../porthole.ts';
import { createExporting, type Exporting } from './exporting.ts';
import { chooseFileToSave, chooseFolderToSave } from './save-dialog.ts';
import { createSaving, type Saving } from './saving.ts';

export interface KeepingOptions {
  readonly porthole: () => Pick<Porthole, 'mailbox'>;
  readonly window: () => BrowserWindow | undefined;
  /** What was chosen counts only where the window has not been locked since. */
  readonly unlessShut: <Answer>(asked: Promise<Answer>) => Promise<Answer | undefined>;
  readonly emit: (event: PortholeEvent) => void;
  readonly onBug: (error: unknown) => string;
}

export interface Keeping {
  /** Undefined where they chose none, as where there is no window to ask in. */
  readonly chooseFile: (name: string) => Promise<string | undefined>;
  readonly saving: Saving;
  readonly exporting: Exporting;
}

export function createKeeping({ porthole, window, unlessShut, emit, onBug }: KeepingOptions): Keeping {
  const mailbox = () => porthole().mailbox();
  const chooseFile = async (name: string) => {
    const shown = window();
    return shown && (await unlessShut(chooseFileToSave(shown, name)));
  };
  const chooseFolder = async () => {
    const shown = window();
    return shown && (await unlessShut(chooseFolderToSave(shown)));
  };
  return {
    chooseFile,
    saving: createSaving({ contents: () => mailbox().contents, chooseFile, chooseFolder }),
    exporting: createExporting({
      mailbox,
      chooseFile,
      ticks: () => performance.now(),
      onChanged: () => emit({ name: 'export.changed' }),
      onBug,
    }),
  };
}
