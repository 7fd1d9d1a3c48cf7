// Which AppImage this program came in. Knows nothing of Electron.
import { realpathSync } from 'node:fs';
import path from 'node:path';

export interface Started {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The file that runs. */
  readonly program: string;
}

/** The AppImage's file; undefined where the program is none. Whatever an AppImage starts inherits what tells its own program so:
 *  only the one that lies where that AppImage is mounted is meant (docs.appimage.org, "Environment variables"). */
export function appImageOf({ environment: { APPIMAGE, APPDIR }, program }: Started): string | undefined {
  if (!APPIMAGE || !APPDIR) return undefined;
  try {
    const inside = path.relative(realpathSync(APPDIR), realpathSync(program));
    return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? undefined : APPIMAGE;
  } catch {
    return undefined;
  }
}
