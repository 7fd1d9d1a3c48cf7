// `Menu` and `MenuItem`: kept, never shown. A test calls an item's `click()`; accelerators do nothing.
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { standsForClass } from '../strict.ts';
import { app } from './app.ts';

type Options = Electron.MenuItemConstructorOptions;

class PlainMenuItem {
  readonly id: string;
  readonly type: Electron.MenuItem['type'];
  readonly role: Electron.MenuItem['role'];
  readonly accelerator: Electron.MenuItem['accelerator'];
  readonly submenu: Electron.Menu | undefined;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  click: (event?: unknown, window?: unknown) => void;

  constructor(options: Options) {
    const { id = '', label = '', enabled = true, visible = true, checked = false, submenu, click } = options;
    this.id = id;
    this.label = label;
    this.enabled = enabled;
    this.visible = visible;
    this.checked = checked;
    this.type = options.type ?? (submenu ? 'submenu' : 'normal');
    this.role = options.role as Electron.MenuItem['role'];
    this.accelerator = options.accelerator as Electron.MenuItem['accelerator'];
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : submenu;
    this.click = (event = {}, window = undefined) => {
      if (!click && options.role) throw new Error(`The Electron stand-in has no menu role ${options.role}`);
      click?.(
        this as unknown as Electron.MenuItem,
        window as Electron.BaseWindow | undefined,
        event as Electron.KeyboardEvent,
      );
    };
  }
}

export const MenuItem = standsForClass<typeof Electron.MenuItem>('MenuItem')(PlainMenuItem);

class PlainMenu extends EventEmitter {
  static buildFromTemplate(template: (Options | Electron.MenuItem)[]): Electron.Menu {
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item as Options));
    return menu;
  }
  static setApplicationMenu(menu: Electron.Menu | null): void {
    app.applicationMenu = menu;
  }
  static getApplicationMenu(): Electron.Menu | null {
    return app.applicationMenu;
  }
  readonly items: Electron.MenuItem[] = [];

  append(item: Electron.MenuItem): void {
    this.items.push(item);
  }
  insert(position: number, item: Electron.MenuItem): void {
    this.items.splice(position, 0, item);
  }
  popup(): void {}
  closePopup(): void {}
  getMenuItemById(id: string): Electron.MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}

export const Menu = standsForClass<typeof Electron.Menu>('Menu')(PlainMenu);
