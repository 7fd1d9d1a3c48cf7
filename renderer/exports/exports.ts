// How far an export is, as the window last heard of it.
import { createAnswers } from '../asked.ts';
import { listen, request } from '../bridge.ts';

export const exported = createAnswers({
  ask: () => request('export.read', {}),
  listen,
  concerns: (event) => event.name === 'export.changed',
});

const listeners = new Set<() => void>();
let awaited = false;

/** Whether somebody waits for what comes of one: the shortest has ended before anybody has seen it run. */
export const waiting = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  read: () => awaited,
  set(value: boolean) {
    awaited = value;
    for (const listener of listeners) listener();
  },
};
