// Whether this Porthole can renew itself, told by how it came here.
import type { CannotUpdate } from '../contract/updates.ts';
import { appImageOf, type Started } from '../files/app-image.ts';

export interface Build extends Started {
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  /** There is a file that says where newer ones are. */
  readonly hasFeed: boolean;
}

/** Null where nothing is in the way. */
export function whyNot({ isPackaged, platform, environment, program, hasFeed }: Build): CannotUpdate | null {
  if (!isPackaged) return 'not-packed';
  // What electron-builder's portable program sets before it starts the one inside it.
  if (platform === 'win32' && environment['PORTABLE_EXECUTABLE_FILE']) return 'portable';
  if (!['win32', 'darwin'].includes(platform) && !appImageOf({ environment, program })) return 'package-manager';
  return hasFeed ? null : 'no-feed';
}
