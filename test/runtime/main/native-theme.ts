// `nativeTheme`: the app's choice reaches the pages as prefers-color-scheme. The system is always light here.
import type * as Electron from 'electron';
import { Emitter, eventsOf, standsFor } from '../strict.ts';
import { app } from './app.ts';
import { life, type OpenWindow } from './life.ts';

type Source = Electron.NativeTheme['themeSource'];

class NativeTheme extends Emitter {
  #source: Source = 'system';

  constructor() {
    super('nativeTheme', eventsOf<Electron.NativeTheme>()('updated'));
    app.on('browser-window-created', (_event, window) => {
      const open = life.windows.find((one) => one.window === window);
      if (open) this.#applyTo(open);
    });
  }
  get themeSource(): Source {
    return this.#source;
  }
  set themeSource(source: Source) {
    if (source === this.#source) return;
    this.#source = source;
    for (const open of life.windows) this.#applyTo(open);
    this.emit('updated', {});
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
  #applyTo({ page }: OpenWindow): void {
    const features = this.#source === 'system' ? [] : [{ name: 'prefers-color-scheme', value: this.#source }];
    page.send('Emulation.setEmulatedMedia', { features }).catch(() => undefined); // the window went away in between
  }
}

export const nativeTheme = standsFor<Electron.NativeTheme>('nativeTheme')(new NativeTheme());
