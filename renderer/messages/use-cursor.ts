// Where the keyboard stands, for as long as the same list is shown.
import { useCallback, useState } from 'react';
import { type Cursor, settled } from './cursor.ts';
import { type Found, listOf } from './pages.ts';

export function useCursor(found: Found | null) {
  const [placed, setPlaced] = useState<{ readonly list: string; readonly cursor: Cursor } | null>(null);
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
