// The sample mailbox as an account: made-up mail put on disk the way that Gmail's is, with nobody to connect to.
import type { Account } from '../contract/model.ts';
import { sampleMessages } from '../contract/sample.ts';
import { readWhole } from '../gmail/whole-message.ts';
import { textsOnDemand } from '../sample/envelope.ts';
import { sampleMailbox } from '../sample/mailbox.ts';
import type { Store } from '../store/store.ts';

export const sampleAccount: Account = {
  id: 'sample',
  kind: 'sample',
  email: 'ada.lindqvist@example.org',
  name: 'Ada Lindqvist',
};

/** Few enough that the main process never works for longer than a frame at a time. */
const batchSize = 50;

/** Does nothing where the mail is there already. */
export async function fillSample(store: Store, now: number): Promise<void> {
  const { listed } = await store.read('position');
  if (listed) return;
  const { labels, messages } = sampleMailbox({ count: sampleMessages, now });
  await store.apply({
    labels: labels.map(({ id, name, type }) => ({
      id,
      name,
      type,
      listVisibility: 'show' as const,
      messageVisibility: type === 'user' ? ('show' as const) : ('hide' as const),
      colour: null,
    })),
  });
  let save = [];
  for (const wire of messages) {
    save.push(readWhole(wire, { fetched: textsOnDemand(wire), isLast: true }));
    if (save.length < batchSize) continue;
    await store.apply({ save });
    save = [];
  }
  await store.apply({ save, position: { listed: true, syncedAt: now } });
}
