// The number at the program's icon; on Windows, which has room for none, a disc that says so to who hears it.
import { app, type BrowserWindow, nativeImage } from 'electron';
import { drawDisc } from '../telling/drawn.ts';

export interface Badge {
  readonly count: number;
  /** The same in words. */
  readonly said: string;
  readonly platform: NodeJS.Platform;
  readonly window: BrowserWindow | undefined;
}

export function showBadge({ count, said, platform, window }: Badge): void {
  if (platform !== 'win32') app.setBadgeCount(count);
  else window?.setOverlayIcon(count === 0 ? null : nativeImage.createFromBuffer(drawDisc(32)), count === 0 ? '' : said);
}
