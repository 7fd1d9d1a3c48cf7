// Commands for a list that is still to come: they wait for it, in the order in which they were given, as whoever presses keys
// does not. Those for a list that is no longer wanted go with it.
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { runCommand } from '../commands/running.ts';
import type { CommandId } from '../commands/table.ts';

/** `list`: the one that is wanted. Answers what has a command wait for it. */
export function useWaiting(list: string, isHere: boolean): (id: CommandId) => void {
  const waiting = useRef<{ list: string; ids: readonly CommandId[] }>({ list, ids: [] });
  useEffect(() => {
    const { ids, list: awaited } = waiting.current;
    if (awaited === list && !isHere) return;
    waiting.current = { list, ids: [] };
    if (awaited !== list || ids.length === 0) return;
    // Each begins where the one before it has led, so that is drawn first, which an effect may not.
    queueMicrotask(() => {
      for (const id of ids) flushSync(() => runCommand(id));
    });
  });
  return (id) => {
    waiting.current = { list, ids: [...waiting.current.ids, id] };
  };
}
