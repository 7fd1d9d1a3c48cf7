// Chromium's news of pages as a whole: those that have gone, those that pages opened themselves, and downloads.
import type * as Electron from 'electron';
import type { Session } from '../chromium/cdp.ts';
import { toApp } from '../chromium/schemes.ts';
import { type Download, record } from '../record.ts';
import { emitPreventable, standsFor } from '../strict.ts';
import { life, windowOf } from './life.ts';
import { session } from './session.ts';

export async function watchTargets(): Promise<void> {
  const { browser } = life.cdp;
  const openWith = (targetId: string) => life.windows.find(({ page }) => page.targetId === targetId);
  browser.on('Target.targetDestroyed', ({ targetId }) => openWith(targetId)?.end());
  browser.on('Target.targetInfoChanged', ({ targetInfo }) => {
    const open = openWith(targetInfo.targetId);
    if (open) open.page.title = targetInfo.title;
  });
  // Pages may not open windows here: whatever setWindowOpenHandler allowed or denied, the popup goes.
  browser.on('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.type !== 'page' || !targetInfo.openerId) return;
    life.popups.add(targetInfo.targetId);
    browser.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => undefined);
  });
  watchDownloads(browser);
  await Promise.all([
    browser.send('Target.setDiscoverTargets', { discover: true }),
    browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true }),
  ]);
}

/** Each is offered to the app, and then refused whatever it says. */
function watchDownloads(browser: Session): void {
  const begun = new Map<string, Download>();
  browser.on('Browser.downloadWillBegin', ({ guid, url, suggestedFilename, frameId }) => {
    const download: Download = { url: toApp(url), state: 'inProgress' };
    begun.set(guid, download);
    record.downloads.push(download);
    const item = standsFor<Electron.DownloadItem>('downloadItem')({
      getURL: () => download.url,
      getFilename: () => suggestedFilename,
      cancel: () => undefined,
    });
    const isPrevented = emitPreventable(session.defaultSession, 'will-download', {}, item, windowOf(frameId)?.contents);
    if (!isPrevented) process.stderr.write('electron stand-in: it has no downloads; this one was refused\n');
  });
  browser.on('Browser.downloadProgress', ({ guid, state }) => {
    const download = begun.get(guid);
    if (download) download.state = state;
  });
}
