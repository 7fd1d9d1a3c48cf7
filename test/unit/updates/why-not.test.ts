// Whether a Porthole can renew itself, told by how it came here.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Build, whyNot } from '../../../electron/updates/why-not.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const mounted = temporaryFolder();
mkdirSync(path.join(mounted, 'Porthole'));
for (const file of ['Porthole/porthole', 'porthole']) writeFileSync(path.join(mounted, file), '');
const program = path.join(mounted, 'Porthole/porthole');
const environment = { APPIMAGE: '/a/Porthole.AppImage', APPDIR: path.join(mounted, 'Porthole') };
const build: Build = { isPackaged: true, platform: 'darwin', environment: {}, program, hasFeed: true };

test.each<[string, Partial<Build>, ReturnType<typeof whyNot>]>([
  ['an app on a Mac', {}, null],
  ['one that was installed on Windows', { platform: 'win32' }, null],
  ['an AppImage', { platform: 'linux', environment }, null],
  [
    'one that another AppImage has started',
    { platform: 'linux', environment, program: path.join(mounted, 'porthole') },
    'package-manager',
  ],
  [
    'one that says no place',
    { platform: 'linux', environment: { APPIMAGE: '/a/Porthole.AppImage' } },
    'package-manager',
  ],
  [
    'one whose place is gone',
    { platform: 'linux', environment: { ...environment, APPDIR: '/none' } },
    'package-manager',
  ],
  ['a deb or an rpm', { platform: 'linux' }, 'package-manager'],
  ['the portable one', { platform: 'win32', environment: { PORTABLE_EXECUTABLE_FILE: 'P.exe' } }, 'portable'],
  ['a build that was told of no feed', { hasFeed: false }, 'no-feed'],
  ['its source', { isPackaged: false }, 'not-packed'],
])('%s', (_what, changes, why) => {
  expect(whyNot({ ...build, ...changes })).toBe(why);
});
