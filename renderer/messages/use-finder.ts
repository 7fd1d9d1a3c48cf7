// The list of the mailbox, asked for through the bridge.
import { useState, useSyncExternalStore } from 'react';
import { listen, request } from '../bridge.ts';
import { createFinder, type Finder, type Finding } from './finder.ts';

const inbox = 'in:inbox';
const changesWaitMs = 100;

/** What is asked when this stands in the filter box. */
export function queryOf(text: string): string {
  return text.trim() || inbox;
}

export function useFinder(): { readonly finder: Finder; readonly finding: Finding } {
  const [finder] = useState(() =>
    createFinder({
      query: inbox,
      ask: (input) => request('messages.find', { ...input, ask: input.query !== inbox }),
      listen,
      soon: (run) => setTimeout(run, changesWaitMs),
    }),
  );
  return { finder, finding: useSyncExternalStore(finder.subscribe, finder.read) };
}
