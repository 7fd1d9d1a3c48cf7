// `app.commandLine`: Chromium's switches, those of the command line and those that the app adds before `ready`.
import type * as Electron from 'electron';
import { standsFor } from '../strict.ts';

export const switches = new Map<string, string>();

for (const argument of process.argv) {
  const [, name, value = ''] = /^--([^=]+)=?(.*)$/s.exec(argument) ?? [];
  if (name) switches.set(name, value);
}

export const commandLine = standsFor<Electron.CommandLine>('app.commandLine')({
  appendSwitch: (name: string, value = '') => {
    switches.set(String(name), String(value));
  },
  removeSwitch: (name: string) => {
    switches.delete(String(name));
  },
  hasSwitch: (name: string) => switches.has(String(name)),
  getSwitchValue: (name: string) => switches.get(String(name)) ?? '',
});
