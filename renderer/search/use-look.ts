// What is looked at, and what was found of it. The question leaves before the window draws what was typed.
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Grouping } from '../../electron/contract/search.ts';
import { listen, request } from '../bridge.ts';
import { createFinder, type Finder, type Finding } from './finder.ts';
import { firstLook, type Look, wantedBy } from './look.ts';

const changesWaitMs = 150;

export interface Looking {
  readonly look: Look;
  readonly change: (changes: Partial<Look>) => void;
  readonly finder: Finder;
  readonly finding: Finding;
}

const finderOf = (grouping: Grouping): Finder =>
  createFinder({
    wanted: wantedBy(firstLook, grouping),
    ask: (input) => request('messages.find', input),
    listen,
    soon: (run) => setTimeout(run, changesWaitMs),
  });

let ahead: { readonly finder: Finder; readonly leave: () => void } | null = null;

/** Finds what the first mailbox begins with, before it is drawn. */
export function lookAhead(grouping: Grouping): Promise<void> {
  const finder = finderOf(grouping);
  return new Promise((resolve) => {
    ahead = { finder, leave: finder.subscribe(resolve) };
  });
}

export function useLook(grouping: Grouping): Looking {
  const [finder] = useState(() => ahead?.finder ?? finderOf(grouping));
  useEffect(() => {
    ahead?.leave();
    ahead = null;
  }, []);
  const finding = useSyncExternalStore(finder.subscribe, finder.read);
  const [look, setLook] = useState(firstLook);
  const latest = useRef(firstLook);

  const change = useCallback(
    (changes: Partial<Look>) => {
      latest.current = { ...latest.current, ...changes };
      finder.find(wantedBy(latest.current, grouping));
      setLook(latest.current);
    },
    [finder, grouping],
  );
  useEffect(() => finder.find(wantedBy(latest.current, grouping)), [finder, grouping]);

  return { look, change, finder, finding };
}
