// Where the keyboard stands, for as long as the same query is shown.
import { useCallback, useState } from 'react';
import { type Cursor, settled } from './cursor.ts';
import type { Found } from './pages.ts';

export function useCursor(found: Found | null) {
  const [placed, setPlaced] = useState<{ readonly query: string; readonly cursor: Cursor } | null>(null);
  const query = found?.query;
  const cursor = found && placed && found.total > 0 && placed.query === query ? settled(placed.cursor, found) : null;
  const place = useCallback(
    (next: Cursor) => {
      if (query !== undefined) setPlaced({ query, cursor: next });
    },
    [query],
  );
  return { cursor, place };
}
