// Makes all of the window larger or smaller, for a button, a key or a command.
import { nextZoom } from '../../electron/contract/appearance.ts';
import { command } from '../status/command.ts';

let last: Promise<unknown> = Promise.resolve();

/** One step after the other, each from where the one before has led: who presses a key twice means two. */
export function zoom(way: 'in' | 'out' | 'reset'): void {
  last = last.then(async () => {
    const settings = await command('settings.read', {});
    if (!settings.ok) return;
    await command('settings.change', { zoom: way === 'reset' ? 1 : nextZoom(settings.value.zoom, way) });
  });
}
