// What of the synchronisation is worth saying aloud: that it stands otherwise than before, and each quarter that it has come
// further. Pure.
import type { SessionState } from '../../electron/contract/model.ts';
import { wording } from '../wording/wording.ts';

const words = wording.announced;

export interface Stand {
  readonly state: SessionState['connection']['state'];
  readonly paused: boolean;
  /** Of the mail that is here, 0 to 4; null while nothing is known. */
  readonly quarters: number | null;
}

export function standOf({ connection, sync }: Pick<SessionState, 'connection' | 'sync'>): Stand {
  const { onDisk, inMailbox, paused } = sync;
  return {
    state: connection.state,
    paused,
    quarters: inMailbox === 0 ? null : Math.floor((onDisk / inMailbox) * 4),
  };
}

function connection(before: Stand, { state }: Stand): string | null {
  if (state === before.state) return null;
  if (state === 'offline') return words.offline;
  if (state === 'signed-out') return words.signedOut;
  if (state === 'refused') return words.refused;
  return state === 'online' && before.state !== 'connecting' ? words.online : null;
}

function progress({ quarters: before }: Stand, { quarters, state }: Stand): string | null {
  if (state === 'local' || quarters === null || quarters === before) return null;
  // Mail that comes now and then is told by the list.
  if (before === 4 && quarters === 3) return null;
  if (quarters === 4) return before === null ? null : words.whole;
  if (quarters === 0) return before === null ? words.begun : null;
  return before !== null && quarters < before ? null : words.part(quarters * 25);
}

/** Null where there is nothing to say. */
export function announcement(before: Stand, now: Stand): string | null {
  const stands = connection(before, now);
  if (stands) return stands;
  if (now.paused && !before.paused) return words.paused;
  return progress(before, now);
}
