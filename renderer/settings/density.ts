// Changes how dense the lists are, for a command.
import { request } from '../bridge.ts';
import { settings } from './settings.ts';

export function turnDensity(): void {
  const { value } = settings.read();
  if (value) void request('settings.change', { density: value.density === 'compact' ? 'comfortable' : 'compact' });
}
