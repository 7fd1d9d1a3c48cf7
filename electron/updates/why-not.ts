// Whether this Porthole can renew itself, told by how it came here.
import type { CannotUpdate } from '../contract/updates.ts';

export interface Build {
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** There is a file that says where newer ones are. */
  readonly hasFeed: boolean;
}

/** Null where nothing is in the way. */
export function whyNot({ isPackaged, platform, environment, hasFeed }: Build): CannotUpdate | null {
  if (!isPackaged) return 'not-packed';
  // What electron-builder's portable program sets before it starts the one inside it.
  if (platform === 'win32' && environment['PORTABLE_EXECUTABLE_FILE']) return 'portable';
  // What an AppImage says to the program inside it: which file it is.
  if (!['win32', 'darwin'].includes(platform) && !environment['APPIMAGE']) return 'package-manager';
  return hasFeed ? null : 'no-feed';
}
