// Of Electron what electron-store asks for, in plain Node: where the profile lies. Several runs go on in one process, each with
// a profile of its own.
import { AsyncLocalStorage } from 'node:async_hooks';
import { registerHooks } from 'node:module';

const profiles = new AsyncLocalStorage<string>();

/** Whatever it sets going has this profile. */
export const inProfile = <T>(folder: string, work: () => T): T => profiles.run(folder, work);

const name = 'porthole:electron';
Reflect.set(globalThis, name, {
  app: {
    getPath: () => {
      const folder = profiles.getStore();
      if (folder === undefined) throw new Error('No run is going on');
      return folder;
    },
    getVersion: () => '0.0.0',
  },
  ipcMain: { on: () => undefined },
  shell: {},
});
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: name, format: 'module', shortCircuit: true } : next(specifier, context),
  load: (url, context, next) =>
    url === name
      ? { format: 'module', source: `export default globalThis['${name}'];`, shortCircuit: true }
      : next(url, context),
});
