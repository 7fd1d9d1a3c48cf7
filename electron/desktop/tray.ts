// The entry in the system's tray: whether something is unread, and the way to the window, to a pause and out.
import { Menu, nativeImage, Tray } from 'electron';
import { drawMark } from '../telling/drawn.ts';
import type { Words } from '../telling/words.ts';

export interface TrayOptions {
  readonly platform: NodeJS.Platform;
  readonly onOpen: () => void;
  readonly onPause: (paused: boolean) => void;
  readonly onQuit: () => void;
}

export interface TrayShown {
  readonly unread: number;
  /** Null where there is no mailbox to pause. */
  readonly paused: boolean | null;
  readonly words: Words;
}

export interface TrayEntry {
  /** Null: none. */
  readonly show: (shown: TrayShown | null) => void;
}

export function createTray({ platform, onOpen, onPause, onQuit }: TrayOptions): TrayEntry {
  let tray: Tray | undefined;
  let said = '';

  const picture = (unread: boolean) => {
    const isMac = platform === 'darwin';
    const image = nativeImage.createFromBuffer(drawMark(32, unread, isMac), { scaleFactor: 2 });
    if (isMac) image.setTemplateImage(true);
    return image;
  };

  const begin = (unread: boolean): Tray => {
    const begun = new Tray(picture(unread));
    // A Mac shows the menu; elsewhere a click is for the window, where the desktop reports one.
    if (platform !== 'darwin') begun.on('click', onOpen);
    return begun;
  };

  return {
    show: (shown) => {
      if (!shown) {
        tray?.destroy();
        tray = undefined;
        said = '';
        return;
      }
      const { unread, paused, words } = shown;
      // A menu that is open would close where nothing has changed.
      const says = JSON.stringify([unread, paused, words.open]);
      if (tray && says === said) return;
      said = says;
      tray ??= begin(unread > 0);
      tray.setImage(picture(unread > 0));
      tray.setToolTip(`${words.name}: ${words.unread(unread)}`);
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { id: 'unread', label: words.unread(unread), enabled: false },
          { type: 'separator' },
          { id: 'open', label: words.open, click: onOpen },
          ...(paused === null
            ? []
            : [{ id: 'pause', label: paused ? words.resume : words.pause, click: () => onPause(!paused) }]),
          { type: 'separator' },
          { id: 'quit', label: words.quit, click: onQuit },
        ]),
      );
    },
  };
}
