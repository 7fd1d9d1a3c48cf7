// One message, asked for when it is opened and again when an event says that it changed. The last one stays until the
// next is there. Knows nothing of how it is shown.
import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../electron/contract/failure.ts';
import type { Message } from '../../electron/contract/model.ts';
import { listen, request } from '../bridge.ts';

type Opened =
  | { readonly id: string; readonly message: Message; readonly failure: null }
  | { readonly id: string; readonly message: null; readonly failure: Failure };

interface OpenMessage {
  /** The last one that was opened: of another id while the one wanted is on its way. */
  readonly opened: Opened | null;
  readonly onItsWay: boolean;
  readonly again: () => void;
}

export function useMessage(id: string | null): OpenMessage {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again.
  useEffect(() => {
    if (id === null) {
      setOpened(null);
      return;
    }
    let wanted = true;
    let latest = 0;
    async function open(wantedId: string) {
      latest += 1;
      const mine = latest;
      const result = await request('message.open', { id: wantedId });
      if (!wanted || mine !== latest) return;
      setOpened(
        result.ok
          ? { id: wantedId, message: result.value, failure: null }
          : { id: wantedId, message: null, failure: result.failure },
      );
    }
    void open(id);
    const stopListening = listen((event) => {
      if (event.name === 'messages.changed' && (event.ids === null || event.ids.includes(id))) void open(id);
    });
    return () => {
      wanted = false;
      stopListening();
    };
  }, [id, attempt]);

  const again = useCallback(() => setAttempt((times) => times + 1), []);
  return { opened, onItsWay: id !== null && opened?.id !== id, again };
}
