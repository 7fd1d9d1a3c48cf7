import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { shownMenu } from '../../../electron/contract/menu.ts';
import { menuTemplate } from '../../../electron/desktop/menu-template.ts';
import { wordsOf } from '../../../electron/telling/words.ts';
import { menuOf } from '../../../renderer/commands/menu.ts';

const shown = shownMenu.parse(menuOf({}));
const ran: string[] = [];
const onCommand = (id: string) => ran.push(id);
const menuFor = (platform: NodeJS.Platform, isPackaged = true) =>
  menuTemplate({ platform, isPackaged, onCommand }, shown);
const below = ({ submenu }: MenuItemConstructorOptions) => (submenu ?? []) as MenuItemConstructorOptions[];
const names = (items: readonly MenuItemConstructorOptions[]) => items.map(({ label, role }) => label ?? role);
const all = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...all(below(item))]);

test('on a Mac begins with the menu of the app, which has its settings and the way out', () => {
  const menu = menuFor('darwin');
  expect(names(menu)).toEqual(['appMenu', 'File', 'Edit', 'View', 'Go', 'windowMenu', 'Help']);
  const [app, file] = menu;
  expect(names(below(app ?? {})).filter(Boolean)).toEqual([
    ...['about', 'Settings', 'services', 'hide', 'hideOthers', 'unhide', 'quit'],
  ]);
  expect(names(below(file ?? {}))).not.toContain('quit');
});

test.each(['win32', 'linux'] as const)(
  'on %s File has the settings and the way out, and Help says about',
  (platform) => {
    const menu = menuFor(platform);
    expect(names(menu)).toEqual(['File', 'Edit', 'View', 'Go', 'windowMenu', 'Help']);
    expect(names(below(menu[0] ?? {})).slice(-3)).toEqual(['Settings', undefined, 'quit']);
    expect(names(below(menu.at(-1) ?? {})).at(-1)).toBe('about');
  },
);

test('what the system has there is named in the language of the window', async () => {
  const { menu: roles } = await wordsOf('fa');
  for (const platform of ['darwin', 'win32', 'linux'] as const) {
    const named = all(menuTemplate({ platform, isPackaged: true, onCommand }, { menus: [] }, roles));
    const own = named.filter(({ role }) => role !== undefined && role !== 'appMenu' && role !== 'help');
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter(({ label }) => !/\p{sc=Arab}/u.test(label ?? ''))).toEqual([]);
  }
});

test('items run commands, and no key is taken from who types', () => {
  const inbox = all(menuFor('linux')).find(({ id }) => id === 'go.inbox');
  inbox?.click?.(...([] as unknown as Parameters<NonNullable<typeof inbox.click>>));
  expect(ran).toEqual(['go.inbox']);
  const linux = all(menuFor('linux')).filter(({ accelerator }) => accelerator !== undefined);
  expect(linux.length).toBeGreaterThan(10);
  expect(linux.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true);
  // A Mac would register them all.
  const mac = all(menuFor('darwin')).flatMap(({ accelerator }) => accelerator ?? []);
  expect(mac.length).toBeGreaterThan(3);
  expect(mac.every((keys) => /^CmdOrCtrl\+|^F\d/.test(String(keys)))).toBe(true);
});

test('no line stands at an end or beside another, and developers’ tools stay with developers', () => {
  for (const menu of [
    ...menuFor('darwin'),
    ...menuFor('linux'),
    ...menuTemplate({ platform: 'linux', isPackaged: true, onCommand }, { menus: [] }),
  ]) {
    const types = below(menu).map(({ type }) => type === 'separator');
    expect(types.at(0) || types.at(-1)).toBeFalsy();
    expect(types.some((isLine, at) => isLine && types[at + 1])).toBe(false);
  }
  expect(all(menuFor('linux')).some(({ role }) => role === 'toggleDevTools')).toBe(false);
  expect(all(menuFor('linux', false)).some(({ role }) => role === 'toggleDevTools')).toBe(true);
});
