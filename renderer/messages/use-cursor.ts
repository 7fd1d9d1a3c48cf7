// Where the keyboard stands, for as long as the same list is shown.
import { useCallback, useState } from 'react';
import type { Where } from '../../electron/contract/where.ts';
import { type Cursor, cursorAt, settled } from './cursor.ts';
import { type Found, indexOf, listOf } from './pages.ts';

interface Placed {
  readonly list: string;
  readonly cursor: Cursor;
}

/** At what was open, if its row is in memory. */
function placedAt(found: Found | null, before: Where | null): Placed | null {
  const index = found && before?.open ? indexOf(found, before.open.id) : null;
  return found && index !== null ? { list: listOf(found.search), cursor: cursorAt(found, index) } : null;
}

export function useCursor(found: Found | null, before: Where | null) {
  const [placed, setPlaced] = useState(() => placedAt(found, before));
  const list = found && listOf(found.search);
  const cursor = found && placed && found.total > 0 && placed.list === list ? settled(placed.cursor, found) : null;
  const place = useCallback(
    (next: Cursor) => {
      if (list !== null) setPlaced({ list, cursor: next });
    },
    [list],
  );
  return { cursor, place };
}
