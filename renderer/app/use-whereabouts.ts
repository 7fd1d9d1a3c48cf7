// Where somebody is in the mailbox: begins where they were, and is told whenever it has changed.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Grouping } from '../../electron/contract/search.ts';
import type { Where } from '../../electron/contract/where.ts';
import { type Found, listOf } from '../messages/pages.ts';
import type { Target } from '../reader/target.ts';
import type { Finder } from '../search/finder.ts';
import { type Look, wantedBy } from '../search/look.ts';
import { keepWhere } from '../where.ts';

interface Place {
  /** The account's id, or `ofAll`. */
  readonly mailbox: string;
  readonly grouping: Grouping;
  readonly look: Look;
  readonly target: Target | null;
  readonly found: Found | null;
  readonly finder: Finder;
  readonly before: Where | null;
}

const placeOf = ({ grouping, id, messageId }: Target) => ({ grouping, id, messageId });

export function useWhereabouts({ mailbox, grouping, look, target, found, finder, before }: Place) {
  const [turned, setTurned] = useState<ReadonlySet<string>>(() => new Set(before?.turned));
  const list = found && listOf(found.search);
  /** The first list, and where it stood last: one comes back to it. */
  const home = useRef({ list, row: before?.row ?? 0 });
  home.current.list ??= list;
  const isHome = list === home.current.list;
  const from = isHome ? home.current.row : 0;
  const shown = useRef({ list, row: from });
  const isBegun = useRef(false);

  const { caret, ...kept } = look;
  const typing = caret !== null;
  const wanted = listOf(wantedBy(look, grouping).search);
  const now = useRef({ look: kept, wanted, open: target, turned });
  const keep = useCallback(
    (underWay: boolean) =>
      keepWhere(mailbox, underWay, () => {
        const { look: where, wanted: list, open, turned: keys } = now.current;
        // Of a list that is yet to come, that it is at its beginning, or where one left it.
        const row = [shown.current, home.current].find((one) => one.list === list)?.row ?? 0;
        return { look: where, row, open: open && placeOf(open), turned: [...keys] };
      }),
    [mailbox],
  );
  const said = JSON.stringify(kept);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is looked at is another object with every letter.
  useEffect(() => {
    now.current = { look: kept, wanted, open: target, turned };
    // What one comes back to need not be said again.
    if (isBegun.current) keep(typing);
    isBegun.current = true;
  }, [said, typing, wanted, target, turned, keep]);

  const onShow = useCallback(
    (firstShown: number, last: number) => {
      finder.show(firstShown, last);
      if (shown.current.list === list && shown.current.row === firstShown) return;
      shown.current = { list, row: firstShown };
      if (isHome) home.current.row = firstShown;
      keep(true);
    },
    [finder, keep, list, isHome],
  );

  return { from, turned, setTurned, onShow };
}
