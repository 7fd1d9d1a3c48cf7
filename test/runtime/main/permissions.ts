// What the app's permission handlers answer, given to Chromium. Electron asks them when a page asks; here they are asked as a
// document is about to load, so that `Notification.requestPermission()` and its kind get the app's answer without a prompt.
import type * as Electron from 'electron';
import { toApp } from '../chromium/schemes.ts';
import { type Answers, record } from '../record.ts';
import { life, type OpenWindow } from './life.ts';
import { chosen } from './session.ts';

type Permission = Parameters<NonNullable<typeof chosen.permissionRequest>>[1];
type Check = Parameters<NonNullable<typeof chosen.permissionCheck>>;

/** Chromium's name of a permission → Electron's. */
const permissions: Readonly<Record<string, Permission>> = {
  notifications: 'notifications',
  geolocation: 'geolocation',
  camera: 'media',
  microphone: 'media',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
  'clipboard-write': 'clipboard-sanitized-write',
  'idle-detection': 'idle-detection',
  'window-management': 'window-management',
  'storage-access': 'storage-access',
};

const told = new Set<string>();

/** Before the main frame's document at `url` is answered. */
export async function applyPermissions(open: OpenWindow, url: string): Promise<void> {
  const { protocol, origin } = new URL(url);
  const key = `${chosen.permissionsVersion} ${origin}`;
  if (!/^https?:$/.test(protocol) || told.has(key)) return;
  told.add(key);
  await Promise.all(
    Object.entries(permissions).map(async ([name, permission]) => {
      const { request = true, check = true } = await ask(open, permission, toApp(`${origin}/`));
      const setting = request && check ? 'granted' : 'denied';
      await life.cdp.browser.send('Browser.setPermission', { permission: { name }, setting, origin });
    }),
  );
}

async function ask({ contents }: OpenWindow, permission: string, requestingUrl: string): Promise<Answers> {
  const { permissionRequest, permissionCheck } = chosen;
  const details = { isMainFrame: true, requestingUrl };
  const request =
    permissionRequest &&
    (await new Promise<boolean>((resolve) => {
      permissionRequest(contents, permission as Permission, resolve, details as Electron.PermissionRequest);
    }));
  const check = permissionCheck?.(contents, permission as Check[1], new URL(requestingUrl).origin, details);
  return { request: request ?? undefined, check };
}

record.askPermission = (permission) => {
  const [open] = life.windows;
  if (!open) throw new Error('no window to ask for');
  return ask(open, permission, open.contents.getURL());
};
