// What is looked at, and what was found of it. The question leaves before the window draws what was typed.
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { FoundPage, Grouping } from '../../electron/contract/search.ts';
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

const finderOf = (grouping: Grouping, first: FoundPage | null = null): Finder =>
  createFinder({
    first,
    wanted: wantedBy(firstLook, grouping),
    ask: (input) => request('messages.find', input),
    listen,
    soon: (run) => setTimeout(run, changesWaitMs),
  });

let begun: Finder | null = null;

/** What the first mailbox shows until it has looked itself. */
export function beginLook(grouping: Grouping, found: FoundPage): void {
  begun = finderOf(grouping, found);
}

export function useLook(grouping: Grouping): Looking {
  const [finder] = useState(() => begun ?? finderOf(grouping));
  useEffect(() => {
    begun = null;
  }, []);
  const finding = useSyncExternalStore(finder.subscribe, finder.read, finder.read);
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
