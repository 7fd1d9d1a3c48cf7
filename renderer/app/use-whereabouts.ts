// Where somebody is in the mailbox: begins where they were, and is told whenever it has changed.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Account } from '../../electron/contract/model.ts';
import type { Where } from '../../electron/contract/where.ts';
import { type Found, listOf } from '../messages/pages.ts';
import type { Target } from '../reader/target.ts';
import type { Finder } from '../search/finder.ts';
import type { Look } from '../search/look.ts';
import { keepWhere } from '../where.ts';

interface Place {
  /** Null where nobody's place is kept. */
  readonly account: Account | null;
  readonly look: Look;
  readonly target: Target | null;
  readonly found: Found | null;
  readonly finder: Finder;
  readonly before: Where | null;
}

const placeOf = ({ grouping, id, messageId }: Target) => ({ grouping, id, messageId });

export function useWhereabouts({ account, look, target, found, finder, before }: Place) {
  const [turned, setTurned] = useState<ReadonlySet<string>>(() => new Set(before?.turned));
  const list = found && listOf(found.search);
  const first = useRef(list);
  first.current ??= list;
  const from = list === first.current ? (before?.row ?? 0) : 0;
  const row = useRef(from);
  const isBegun = useRef(false);

  const { caret: _, ...kept } = look;
  const now = useRef({ look: kept, open: target, turned });
  const accountId = account?.id ?? null;
  const keep = useCallback(
    () =>
      accountId !== null &&
      keepWhere(accountId, () => {
        const { look: shown, open, turned: keys } = now.current;
        return { look: shown, row: row.current, open: open && placeOf(open), turned: [...keys] };
      }),
    [accountId],
  );
  const said = JSON.stringify(kept);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is looked at is another object with every letter.
  useEffect(() => {
    now.current = { look: kept, open: target, turned };
    // What one comes back to need not be said again.
    if (isBegun.current) keep();
    isBegun.current = true;
  }, [said, target, turned, keep]);

  const onShow = useCallback(
    (firstShown: number, last: number) => {
      finder.show(firstShown, last);
      if (row.current === firstShown) return;
      row.current = firstShown;
      keep();
    },
    [finder, keep],
  );

  return { from, turned, setTurned, onShow };
}
