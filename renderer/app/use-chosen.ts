// Shows what was chosen elsewhere: in the palette, or by a click on a notification, which may be what has opened the window.
import { useEffect, useRef } from 'react';
import type { Grouping } from '../../electron/contract/search.ts';
import { listen, request } from '../bridge.ts';
import { type Choosing, offerChoosing } from '../commands/choosing.ts';

interface ChosenOptions extends Choosing {
  /** Null where all are shown as one. */
  readonly accountId: string | null;
  readonly grouping: Grouping;
}

export function useChosen({ accountId, grouping, choose, open }: ChosenOptions): void {
  useEffect(() => offerChoosing({ choose, open }), [choose, open]);

  const latest = useRef({ grouping, open });
  useEffect(() => {
    latest.current = { grouping, open };
  }, [grouping, open]);

  useEffect(() => {
    let isHere = true;
    const take = async () => {
      const result = await request('told.take', { accountId });
      if (!isHere || !result.ok || !result.value) return;
      const { threadId, messageId } = result.value;
      const { grouping: by, open: show } = latest.current;
      show({ grouping: by, id: by === 'threads' ? threadId : messageId, messageId, from: null });
    };
    void take();
    const stop = listen(({ name }) => {
      if (name === 'told.wanted') void take();
    });
    return () => {
      isHere = false;
      stop();
    };
  }, [accountId]);
}
