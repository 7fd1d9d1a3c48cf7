// The application menu: what the system expects there, with the platform's own words and keys.
import { Menu, type MenuItemConstructorOptions } from 'electron';

type Way = 'in' | 'out' | 'reset';

/** `onZoom`: the system's own items would change it without anybody knowing, so that it would not last. */
export function setMenu(platform: NodeJS.Platform, isPackaged: boolean, onZoom: (way: Way) => void): void {
  const zoom = (label: string, accelerator: string, way: Way, visible = true): MenuItemConstructorOptions => ({
    id: `zoom-${way}`,
    label,
    accelerator,
    visible,
    click: () => onZoom(way),
  });
  const view: MenuItemConstructorOptions[] = [
    zoom('Actual Size', 'CommandOrControl+0', 'reset'),
    zoom('Zoom In', 'CommandOrControl+Plus', 'in'),
    // The same key, without the shift that many keyboards want for a plus.
    zoom('Zoom In', 'CommandOrControl+=', 'in', false),
    zoom('Zoom Out', 'CommandOrControl+-', 'out'),
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  if (!isPackaged) view.push({ type: 'separator' }, { role: 'toggleDevTools' });
  const template: MenuItemConstructorOptions[] = [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { role: 'fileMenu' },
    { role: 'editMenu' },
    { label: 'View', submenu: view },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
