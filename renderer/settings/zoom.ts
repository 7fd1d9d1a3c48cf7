// Makes all of the window larger or smaller, for a button, a key or a command.
import { nextZoom } from '../../electron/contract/appearance.ts';
import { command } from '../status/command.ts';
import { settings } from './settings.ts';

export function zoom(way: 'in' | 'out' | 'reset'): void {
  const { value } = settings.read();
  if (value) void command('settings.change', { zoom: way === 'reset' ? 1 : nextZoom(value.zoom, way) });
}
