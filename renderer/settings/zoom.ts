// Makes all of the window larger or smaller, for a button, a key or a command.
import { nextZoom } from '../../electron/contract/appearance.ts';
import { request } from '../bridge.ts';
import { settings } from './settings.ts';

export function zoom(way: 'in' | 'out' | 'reset'): void {
  const { value } = settings.read();
  if (value) void request('settings.change', { zoom: way === 'reset' ? 1 : nextZoom(value.zoom, way) });
}
