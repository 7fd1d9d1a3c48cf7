// Commands for a list that is still to come: they wait for it, in the order in which they were given, as whoever presses keys
// does not. Those for a list that is no longer wanted go with it; and so do all where somebody has begun to type meanwhile: they
// would take the focus, and what is typed next would be keys of the list.
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { runCommand } from '../commands/running.ts';
import type { CommandId } from '../commands/table.ts';
import { isTyping } from '../commands/use-commands.ts';

/** Each is drawn before the next runs: of a key held down for long, the rest is not kept. */
const mostWaiting = 50;

interface Given {
  readonly id: CommandId;
  /** By whoever was typing already: from the menu, or by a chord. */
  readonly whileTyping: boolean;
}

/** `list`: the one that is wanted. Answers what has a command wait for it. */
export function useWaiting(list: string, isHere: boolean): (id: CommandId) => void {
  const waiting = useRef<{ list: string; given: readonly Given[] }>({ list, given: [] });
  useEffect(() => {
    const { given, list: awaited } = waiting.current;
    if (awaited === list && !isHere) return;
    waiting.current = { list, given: [] };
    if (awaited !== list || given.length === 0) return;
    // Each begins where the one before it has led, so that is drawn first, which an effect may not.
    queueMicrotask(() => {
      const typing = isTyping(document.activeElement);
      const due = given.filter(({ whileTyping }) => whileTyping || !typing);
      for (const { id } of due) flushSync(() => runCommand(id));
    });
  });
  return (id) => {
    if (waiting.current.given.length >= mostWaiting) return;
    const one = { id, whileTyping: isTyping(document.activeElement) };
    waiting.current = { list, given: [...waiting.current.given, one] };
  };
}
