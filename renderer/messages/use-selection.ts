// Which rows are selected, for as long as the same list is shown: some, or all that it lists.
import { useCallback, useMemo, useState } from 'react';
import type { Input } from '../../electron/contract/requests.ts';
import type { Search } from '../../electron/contract/search.ts';
import { type Found, listOf } from './pages.ts';

export interface Selection {
  readonly all: boolean;
  /** Of threads or of messages, as the list lists them. */
  readonly keys: ReadonlySet<string>;
}

const none: Selection = { all: false, keys: new Set() };
/** As many as can be named in one request. */
const most = 1_000;

export function turned({ all, keys }: Selection, key: string): Selection {
  if (all) return { all: false, keys: new Set([key]) };
  if (keys.has(key)) return { all, keys: new Set([...keys].filter((one) => one !== key)) };
  return keys.size < most ? { all, keys: new Set([...keys, key]) } : { all, keys };
}

export const isEmpty = ({ all, keys }: Selection): boolean => !all && keys.size === 0;

/** What is to be exported. */
export function exportOf({ all, keys }: Selection, search: Search): Input<'export.start'> {
  if (all) return { search };
  return search.grouping === 'threads' ? { threadIds: [...keys] } : { messageIds: [...keys] };
}

export function useSelection(found: Found | null) {
  const [chosen, setChosen] = useState({ list: '', selection: none });
  const list = found ? listOf(found.search) : '';
  const selection = chosen.list === list ? chosen.selection : none;
  const select = useCallback((next: Selection) => setChosen({ list, selection: next }), [list]);
  return useMemo(
    () => ({
      selection,
      turn: (key: string) => select(turned(selection, key)),
      selectAll: () => select({ all: true, keys: new Set() }),
      selectNone: () => select(none),
    }),
    [selection, select],
  );
}
