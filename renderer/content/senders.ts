// How mail of one sender is shown, as the person chose: read once for each, changed at once, told to the main process.
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { SenderChoice } from '../../electron/contract/body.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import type { Input } from '../../electron/contract/requests.ts';
import { request } from '../bridge.ts';
import { forgetWithMailbox } from '../session/forgetting.ts';
import { changed } from './appearance.ts';
import { createKept } from './kept.ts';

const none: SenderChoice = {};
const mostIdle = 200;
/** Longer is no address. */
const longestEmail = 320;

export type Change = Omit<Input<'sender.change'>, 'email'>;

export const senders = createKept<SenderChoice>({
  // A message without a sender has choices, too, for as long as it is open.
  ask: async (email) => (email === '' ? { ok: true, value: none } : request('sender.read', { email })),
  most: mostIdle,
});
forgetWithMailbox(() => senders.forget());

export interface Sender {
  readonly choice: SenderChoice;
  /** The choice is known: what is shown before would be laid out twice. */
  readonly known: boolean;
  readonly change: (what: Change) => void;
  readonly failure: Failure | null;
}

const knownBy = (address: string) => (address.length > longestEmail ? '' : address.toLowerCase());

/** Asks before anything of theirs is shown. */
export const senderAhead = (address: string) => senders.ahead(knownBy(address));

export function useSender(address: string): Sender {
  const email = knownBy(address);
  const answer = useMemo(() => senders.of(email), [email]);
  const { value, failure } = useSyncExternalStore(answer.subscribe, answer.read);
  const [refusal, setRefusal] = useState<Failure | null>(null);

  const change = useCallback(
    async (what: Change) => {
      answer.put(changed(answer.read().value ?? none, what));
      if (email === '') return;
      const result = await request('sender.change', { email, ...what });
      // What was chosen holds until Porthole is closed, even where it could not be kept.
      setRefusal(result.ok ? null : result.failure);
    },
    [answer, email],
  );

  return {
    choice: value ?? none,
    known: value !== null || failure !== null,
    change: (what) => void change(what),
    failure: refusal,
  };
}
