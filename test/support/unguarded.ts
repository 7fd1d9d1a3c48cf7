// Guards that never stand in the way: for tests of everything else that the window may ask for.
import path from 'node:path';
import type { Guards } from '../../electron/guards.ts';
import { createLock } from '../../electron/lock/lock.ts';

/** `folder`: the profile's. */
export function unguarded(folder: string): Pick<Guards, 'lock' | 'erasing' | 'quit'> {
  return {
    lock: createLock({
      file: path.join(folder, 'lock.json'),
      ticks: () => performance.now(),
      touch: { isThere: () => false, ask: async () => undefined },
      onLock: () => undefined,
      onUnlock: () => undefined,
    }),
    erasing: {
      hasBegun: () => false,
      read: () => null,
      run: () => Promise.reject(new Error('nobody erases here')),
      again: async () => undefined,
    },
    quit: () => undefined,
  };
}
