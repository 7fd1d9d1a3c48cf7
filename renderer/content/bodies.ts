// The bodies of messages: asked for when one is unfolded, and again when what was missing may have come.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { MessageBody } from '../../electron/contract/body.ts';
import type { Asked } from '../asked.ts';
import { listen, request } from '../bridge.ts';
import { forgetWithMailbox } from '../session/forgetting.ts';
import { createKept } from './kept.ts';

/** Each may have megabytes. */
const mostIdle = 12;

export const bodies = createKept<MessageBody>({ ask: (id) => request('message.body', { id }), most: mostIdle });
forgetWithMailbox(() => bodies.forget());

export function useBody(id: string): Asked<MessageBody> & { readonly again: () => void } {
  const answer = useMemo(() => bodies.of(id), [id]);
  const asked = useSyncExternalStore(answer.subscribe, answer.read);
  const waits = asked.value?.complete === false;

  useEffect(() => {
    if (!waits) return;
    return listen((event) => {
      const came = event.name === 'messages.changed' && (event.ids?.includes(id) ?? true);
      if (came || event.name === 'session.changed') void answer.again();
    });
  }, [waits, id, answer]);

  return { ...asked, again: () => void answer.again() };
}
