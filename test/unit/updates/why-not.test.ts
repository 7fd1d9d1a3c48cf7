// Whether a Porthole can renew itself, told by how it came here.
import { expect, test } from 'vitest';
import { type Build, whyNot } from '../../../electron/updates/why-not.ts';

const build: Build = { isPackaged: true, platform: 'darwin', environment: {}, hasFeed: true };

test.each<[string, Partial<Build>, ReturnType<typeof whyNot>]>([
  ['an app on a Mac', {}, null],
  ['one that was installed on Windows', { platform: 'win32' }, null],
  ['an AppImage', { platform: 'linux', environment: { APPIMAGE: '/a/Porthole.AppImage' } }, null],
  ['a deb or an rpm', { platform: 'linux' }, 'package-manager'],
  ['the portable one', { platform: 'win32', environment: { PORTABLE_EXECUTABLE_FILE: 'P.exe' } }, 'portable'],
  ['a build that was told of no feed', { hasFeed: false }, 'no-feed'],
  ['its source', { isPackaged: false }, 'not-packed'],
])('%s', (_what, changes, why) => {
  expect(whyNot({ ...build, ...changes })).toBe(why);
});
