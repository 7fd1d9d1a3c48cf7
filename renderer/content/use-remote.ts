// What a message wants from elsewhere, over all of its documents, and whether the person wants it: for this message, or for
// its sender while it is proven who that is. Never in Spam.
import { useCallback, useMemo, useState } from 'react';
import type { SenderChoice } from '../../electron/contract/body.ts';
import type { Message } from '../../electron/contract/model.ts';
import { isAuthenticated } from '../../electron/mail/authentication.ts';
import type { PartPictures, Wanted } from './use-pictures.ts';

export interface Remote {
  readonly wanted: Wanted;
  readonly authenticated: boolean;
  readonly spam: boolean;
  readonly parts: readonly PartPictures[];
  readonly onPictures: (partId: string, pictures: PartPictures) => void;
  readonly onShow: () => void;
}

export function useRemote(message: Message, choice: SenderChoice): Remote {
  const [parts, setParts] = useState<ReadonlyMap<string, PartPictures>>(new Map());
  const [here, setHere] = useState(false);
  const authenticated = useMemo(() => isAuthenticated(message), [message]);
  const spam = message.labelIds.includes('SPAM');

  const onPictures = useCallback(
    (partId: string, pictures: PartPictures) => setParts((before) => new Map(before).set(partId, pictures)),
    [],
  );
  const always = choice.pictures === true && authenticated;
  return {
    wanted: spam ? null : always ? 'sender' : here ? 'message' : null,
    authenticated,
    spam,
    parts: useMemo(() => [...parts.values()], [parts]),
    onPictures,
    onShow: () => setHere(true),
  };
}
