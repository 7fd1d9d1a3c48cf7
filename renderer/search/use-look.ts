// What is looked at, and what was found of it. The question leaves before the window draws what was typed.
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type FoundPage, type Grouping, pageSize } from '../../electron/contract/search.ts';
import type { Where } from '../../electron/contract/where.ts';
import { listen, request } from '../bridge.ts';
import { listOf } from '../messages/pages.ts';
import { createFinder, type Finder, type FinderOptions, type Finding } from './finder.ts';
import { type Look, lookAt, wantedBy } from './look.ts';

const changesWaitMs = 150;

export interface Looking {
  readonly look: Look;
  readonly change: (changes: Partial<Look>) => void;
  readonly finder: Finder;
  readonly finding: Finding;
  /** The list that is wanted, as `listOf` names it. */
  readonly wanted: string;
  /** It is what is shown; or none is coming, after a failure. */
  readonly isHere: boolean;
}

const finderOf = (grouping: Grouping, look: Look, first: FinderOptions['first'] = null): Finder =>
  createFinder({
    first,
    wanted: wantedBy(look, grouping),
    ask: (input) => request('messages.find', input),
    listen,
    soon: (run) => setTimeout(run, changesWaitMs),
  });

let begun: Finder | null = null;

/** What the first mailbox shows until it has looked itself. */
export function beginLook(grouping: Grouping, where: Where | null, found: FoundPage): void {
  const row = where?.row ?? 0;
  begun = finderOf(grouping, lookAt(where), { found, at: row - (row % pageSize), row });
}

export function useLook(grouping: Grouping, where: Where | null): Looking {
  const [finder] = useState(() => begun ?? finderOf(grouping, lookAt(where)));
  useEffect(() => {
    begun = null;
  }, []);
  const finding = useSyncExternalStore(finder.subscribe, finder.read, finder.read);
  const [look, setLook] = useState(() => lookAt(where));
  const latest = useRef(look);

  const change = useCallback(
    (changes: Partial<Look>) => {
      latest.current = { ...latest.current, ...changes };
      finder.find(wantedBy(latest.current, grouping));
      setLook(latest.current);
    },
    [finder, grouping],
  );
  useEffect(() => finder.find(wantedBy(latest.current, grouping)), [finder, grouping]);

  const { found, failure } = finding;
  const wanted = listOf(wantedBy(look, grouping).search);
  const isHere = failure !== null || (found !== null && listOf(found.search) === wanted);
  return { look, change, finder, finding, wanted, isHere };
}
