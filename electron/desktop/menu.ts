// The application menu. Before the window has said what belongs in it, it is what the system expects there.
import { Menu } from 'electron';
import type { ShownMenu } from '../contract/menu.ts';
import { type MenuOptions, menuTemplate, type RoleNames } from './menu-template.ts';

export interface ApplicationMenu {
  /** Nothing of the window's, from now on. */
  readonly clear: () => void;
  readonly show: (menu: ShownMenu) => void;
}

const noMenus: ShownMenu = { menus: [] };

/** `names`: in the language of the window. A menu of the window waits for them. */
export function createMenu(options: MenuOptions, names: () => Promise<RoleNames>): ApplicationMenu {
  let shown = noMenus;
  const set = (known?: RoleNames) =>
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options, shown, known)));
  const setNamed = async () => {
    const wanted = shown;
    const known = await names();
    // Another may have come meanwhile, or the window been locked.
    if (wanted === shown) set(known);
  };
  return {
    clear: () => {
      shown = noMenus;
      set();
      void setNamed();
    },
    show: (menu) => {
      shown = menu;
      void setNamed();
    },
  };
}
