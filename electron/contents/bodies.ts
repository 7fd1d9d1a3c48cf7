// How a message looks, when somebody opens it: from disk; what is not known of it is fetched and kept. Where it can't be,
// its text is there all the same.
import { contentOfText, type MessageBody, type Original } from '../contract/body.ts';
import { FailureError } from '../contract/failure.ts';
import type { Message } from '../contract/model.ts';
import type { StoredLooks } from '../store/read-messages.ts';
import type { Store } from '../store/store.ts';
import type { PartsOptions } from './parts.ts';

export interface BodiesOptions {
  readonly store: Store;
  readonly source: PartsOptions['source'];
  /** Brings one that is not on disk. Throws `gone`, or why it can't be fetched now. */
  readonly fetchMessage: (id: string) => Promise<unknown>;
}

export interface Bodies {
  /** The message with what is known of its looks. Throws as `fetchMessage`. */
  readonly open: (id: string) => Promise<StoredLooks>;
  readonly read: (id: string) => Promise<MessageBody>;
}

/** Where not all of it is here, and can't be now. */
function lackingBody(message: Message, original: Original | null | undefined): MessageBody {
  const { whole: _, ...content } = original ?? { ...contentOfText(message), whole: false };
  const omitted = new Set([...content.omitted, ...(original ? (['not-given'] as const) : [])]);
  return { ...content, omitted: [...omitted], id: message.id, complete: false };
}

function bodyOf(message: Message, original: Original | null): MessageBody {
  const { whole: _, ...content } = original ?? { ...contentOfText(message), whole: true };
  return { ...content, id: message.id, complete: true };
}

const isWhole = (original: Original | null | undefined): original is Original | null =>
  original === null || original?.whole === true;

export function createBodies({ store, source, fetchMessage }: BodiesOptions): Bodies {
  const underWay = new Map<string, Promise<MessageBody>>();

  const open: Bodies['open'] = async (id) => {
    const kept = await store.read('looks', { id });
    if (kept) return kept;
    await fetchMessage(id);
    const fetched = await store.read('looks', { id });
    if (!fetched) throw new FailureError({ kind: 'gone' });
    return fetched;
  };

  /** Asks for what is not known, and keeps it; undefined where nobody can be asked, or does not say. */
  const complete = async (id: string): Promise<Original | null | undefined> => {
    const asked = source();
    if (!asked) return undefined;
    try {
      const { original } = await asked.source.whole(id, asked.signal);
      // On a full disk it is fetched again the next time.
      if (original !== undefined) await store.apply({ looks: [{ id, original }] }).catch(() => undefined);
      return original;
    } catch (error) {
      if (error instanceof FailureError || asked.signal.aborted) return undefined;
      throw error;
    }
  };

  const read = async (id: string): Promise<MessageBody> => {
    const { message, original } = await open(id);
    if (isWhole(original)) return bodyOf(message, original);
    const completed = await complete(id);
    return isWhole(completed) ? bodyOf(message, completed) : lackingBody(message, completed ?? original);
  };

  return {
    open,
    read: (id) => {
      const known = underWay.get(id);
      if (known) return known;
      const mine = read(id).finally(() => underWay.delete(id));
      underWay.set(id, mine);
      return mine;
    },
  };
}
