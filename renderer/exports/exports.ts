// How an export is begun, wherever that is asked for, and how far it is, as the window last heard of it.
import type { Result } from '../../electron/contract/failure.ts';
import type { Input, Output } from '../../electron/contract/requests.ts';
import { createAnswers } from '../asked.ts';
import { listen, request } from '../bridge.ts';
import { command } from '../status/command.ts';

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

type Start = (name: 'export.start', what: Input<'export.start'>) => Promise<Result<Output<'export.start'>>>;

/** What comes of it is said in its line. `ask`: whose failure it is, where somebody shows that. */
export async function startExport(what: Input<'export.start'>, ask: Start = command): Promise<void> {
  const started = await ask('export.start', what);
  if (started.ok && started.value) waiting.set(true);
}
