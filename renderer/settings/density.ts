// Changes how dense the lists are, for a command.
import { command } from '../status/command.ts';
import { settings } from './settings.ts';

export function turnDensity(): void {
  const { value } = settings.read();
  if (value) void command('settings.change', { density: value.density === 'compact' ? 'comfortable' : 'compact' });
}
