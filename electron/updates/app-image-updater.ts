// How an AppImage is replaced by a newer one. electron-updater removes the one that is there, and moves the other to its place:
// where that is missing, or finds no room on that disk, there would be no Porthole any more.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { AppImageUpdater } from 'electron-updater';

export class CarefulAppImageUpdater extends AppImageUpdater {
  /** The newer one, whole, on the disk of the one that it replaces. */
  #near: string | null = null;

  protected override get installerPath(): string | null {
    return this.#near ?? super.installerPath;
  }

  protected override doInstall(options: Parameters<AppImageUpdater['doInstall']>[0]): boolean {
    const downloaded = super.installerPath;
    const current = process.env['APPIMAGE'];
    if (downloaded === null || current === undefined) return false;
    let folder: string | undefined;
    try {
      folder = mkdtempSync(path.join(path.dirname(current), '.porthole-'));
      // By its own name: with a version in it, it keeps that.
      this.#near = path.join(folder, path.basename(downloaded));
      copyFileSync(downloaded, this.#near);
      return super.doInstall(options);
    } catch {
      // The one that is there stays.
      return false;
    } finally {
      this.#near = null;
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    }
  }
}
