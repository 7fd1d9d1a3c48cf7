// What the application menu is made of: what each system expects there, with its own words and keys, and between it the window's commands, which
// the window names. Knows no command.
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuPlace, MenuRole, ShownMenu } from '../contract/menu.ts';

type Item = MenuItemConstructorOptions;

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly onCommand: (id: string) => void;
}

const line: Item = { type: 'separator' };

/** Without a line at either end, or two in a row. */
function tidy(items: readonly Item[]): Item[] {
  const isLine = (item: Item | undefined) => item === undefined || item.type === 'separator';
  return items.filter(
    (item, at) => !isLine(item) || (!isLine(items[at - 1]) && items.slice(at).some((one) => !isLine(one))),
  );
}

/** A single key must not be taken from who types; a Mac registers whatever it shows. */
function acceleratorFor(accelerator: string | null, isMac: boolean): Pick<Item, 'accelerator' | 'registerAccelerator'> {
  if (accelerator === null || (isMac && !/^(?:CmdOrCtrl\+|F\d)/.test(accelerator))) return {};
  return { accelerator, registerAccelerator: isMac };
}

/** Absent: as Electron calls them. */
export type RoleNames = Readonly<Record<MenuRole, string>>;

export function menuTemplate(
  { platform, isPackaged, onCommand }: MenuOptions,
  { menus }: ShownMenu,
  names?: RoleNames,
): Item[] {
  const isMac = platform === 'darwin';
  const role = (name: MenuRole, rest: Item = {}): Item => ({
    ...rest,
    role: name,
    ...(names && { label: names[name] }),
  });
  const named = (place: MenuPlace) => menus.find((menu) => menu.place === place);
  const own = (place: MenuPlace): Item[] =>
    (named(place)?.items ?? []).map((item) =>
      item === null
        ? line
        : {
            id: item.id,
            label: item.name,
            ...acceleratorFor(item.accelerator, isMac),
            click: () => onCommand(item.id),
          },
    );
  const top = (place: MenuPlace, label: string, items: readonly Item[], rest: Item = {}): Item[] => {
    const submenu = tidy(items);
    return submenu.length > 0 ? [{ ...rest, label: named(place)?.name ?? label, submenu }] : [];
  };
  const app: Item = {
    role: 'appMenu',
    submenu: tidy([
      role('about'),
      line,
      ...own('settings'),
      line,
      role('services'),
      line,
      role('hide'),
      role('hideOthers'),
      role('unhide'),
      line,
      role('quit'),
    ]),
  };
  const developer: readonly Item[] = isPackaged ? [] : [line, { role: 'toggleDevTools' }];
  return [
    ...(isMac ? [app] : []),
    ...top('file', 'File', [
      ...own('file'),
      line,
      ...(isMac ? [role('close')] : [...own('settings'), line, role('quit')]),
    ]),
    ...top('edit', 'Edit', [
      role('undo'),
      role('redo'),
      line,
      role('cut'),
      role('copy'),
      role('paste'),
      role('selectAll'),
      line,
      ...own('edit'),
    ]),
    ...top('view', 'View', [...own('view'), line, role('togglefullscreen'), ...developer]),
    ...top('go', 'Go', own('go')),
    role('windowMenu', {
      submenu: [role('minimize'), role('zoom'), ...(isMac ? [line, role('front')] : [role('close')])],
    }),
    // A Mac looks for commands in the menu that has this role.
    ...top('help', 'Help', isMac ? own('help') : [...own('help'), line, role('about')], { role: 'help' }),
  ];
}
