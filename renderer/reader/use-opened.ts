// One conversation or message, asked for when it is opened and again when an event says that mail changed. The last one stays
// until the next is there. Knows nothing of how it is shown.
import { useCallback, useEffect, useState } from 'react';
import type { Result } from '../../electron/contract/failure.ts';
import { listen, request } from '../bridge.ts';
import { type Opened, type Shown, sameMessages, sameTarget, type Target } from './target.ts';

interface OpenedNow {
  /** The last one that was opened: of another target while the one wanted is on its way. */
  readonly opened: Opened | null;
  readonly onItsWay: boolean;
  readonly again: () => void;
}

interface Answer {
  readonly messages: readonly Shown[];
  readonly earlier: number;
}

/** Mail that comes in names many messages, and of a new one nobody knows yet whose conversation it joins. */
const changesWaitMs = 300;

async function ask({ grouping, id }: Target): Promise<Result<Answer>> {
  if (grouping === 'messages') {
    const result = await request('message.open', { id });
    return result.ok ? { ok: true, value: { messages: [result.value], earlier: 0 } } : result;
  }
  return request('thread.open', { id });
}

export function useOpened(target: Target | null): OpenedNow {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again.
  useEffect(() => {
    if (target === null) {
      setOpened(null);
      return;
    }
    let wanted = true;
    let latest = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function open(what: Target) {
      latest += 1;
      const mine = latest;
      const result = await ask(what);
      if (!wanted || mine !== latest) return;
      setOpened((before) => {
        if (!result.ok) return { target: what, messages: null, failure: result.failure };
        const { messages, earlier } = result.value;
        const same = before?.messages && sameTarget(before.target, what) && sameMessages(before.messages, messages);
        return same ? before : { target: what, messages, earlier, failure: null };
      });
    }

    void open(target);
    const stopListening = listen((event) => {
      if (event.name !== 'messages.changed' || timer !== undefined) return;
      if (target.grouping === 'messages' && event.ids && !event.ids.includes(target.id)) return;
      timer = setTimeout(() => {
        timer = undefined;
        void open(target);
      }, changesWaitMs);
    });
    return () => {
      wanted = false;
      clearTimeout(timer);
      stopListening();
    };
  }, [target, attempt]);

  const again = useCallback(() => setAttempt((times) => times + 1), []);
  return { opened, onItsWay: target !== null && !sameTarget(opened?.target ?? null, target), again };
}
