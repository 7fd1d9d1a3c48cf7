// Locks when nobody touches the computer for as long as was chosen, when it goes to sleep, and when its own screen is locked.
import type { PowerMonitor } from 'electron';
import type { Lock } from './lock.ts';

export interface WhenIdleOptions {
  readonly lock: Pick<Lock, 'lock' | 'state'>;
  /** After Electron's `ready`. */
  readonly powerMonitor: Pick<PowerMonitor, 'on' | 'getSystemIdleTime'>;
  /** Runs it again and again, some times a minute. */
  readonly often: (run: () => void) => void;
}

export function lockWhenIdle({ lock, powerMonitor, often }: WhenIdleOptions): void {
  powerMonitor.on('suspend', lock.lock);
  // Of macOS and Windows alone; a Linux whose screen is locked is idle soon.
  powerMonitor.on('lock-screen', lock.lock);
  often(() => {
    const { on, locked, afterMinutes } = lock.state();
    if (on && !locked && powerMonitor.getSystemIdleTime() >= afterMinutes * 60) lock.lock();
  });
}
