// The application menu. Before the window has said what belongs in it, it is what the system expects there.
import { Menu } from 'electron';
import type { ShownMenu } from './contract/menu.ts';
import { type MenuOptions, menuTemplate, type RoleNames } from './menu-template.ts';

const noMenus: ShownMenu = { menus: [] };

export function setMenu(options: MenuOptions, shown: ShownMenu = noMenus, names?: RoleNames): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options, shown, names)));
}
