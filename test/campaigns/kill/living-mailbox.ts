// A mailbox in which things happen as in a person's: mail comes, is read, filed, binned, deleted and written anew. Knows
// what each message says, so that a copy of it can be held against it. The same for the same seed.
import type { Random } from '../../../electron/sample/random.ts';
import type { Mailbox } from '../../google/mailbox.ts';

export interface Letter {
  /** In its text and in no other's. */
  readonly word: string;
  readonly subject: string;
  readonly text: string;
}

export interface LivingMailbox {
  readonly mailbox: Mailbox;
  /** What is there, by message id. */
  readonly letters: ReadonlyMap<string, Letter>;
  /** Words of what is there no more. */
  readonly goneWords: readonly string[];
  /** Something happens. */
  readonly live: () => void;
  /** A message comes. */
  readonly arrive: () => void;
  /** One goes for good. */
  readonly vanish: () => void;
}

/** In the text of every letter. */
export const everywhere = 'everywhere';

const hourMs = 3_600_000;
const longestThread = 100;
const places = [['INBOX', 'UNREAD'], ['INBOX'], ['INBOX', 'CATEGORY_UPDATES', 'UNREAD'], ['SENT'], [], ['SPAM']];
const flags = ['UNREAD', 'STARRED', 'IMPORTANT', 'INBOX'];

export function livingMailbox(mailbox: Mailbox, size: number, random: Random): LivingMailbox {
  const letters = new Map<string, Letter>();
  const goneWords: string[] = [];
  const drafts: string[] = [];
  let labels = ['Boats', 'Boats/Sails', 'Été'].map((name) => mailbox.addLabel(name));
  let serial = 0;
  let at = Date.now() - size * hourMs;

  const anyone = () => random.pick([...letters.keys()]);

  const write = (threadId: string | undefined, labelIds: readonly string[]): string => {
    const word = `q${++serial}q`;
    const long = random.chance(0.04) ? 2_000 : random.int(1, 30);
    const text = [`It says ${word} and ${everywhere}.`, ...Array.from({ length: long }, (_, line) => `Line ${line}`)];
    const letter = { word, subject: `Letter ${serial}`, text: text.join('\n') };
    const raw = [
      `From: Sender ${serial % 40} <sender${serial % 40}@example.org>`,
      `To: ${mailbox.email}`,
      `Subject: ${letter.subject}`,
      `Message-ID: <${serial}@example.org>`,
      '',
      letter.text,
    ].join('\n');
    // Now and then several at the same millisecond.
    at += random.chance(0.05) ? 0 : random.int(1, hourMs / 2);
    const id = mailbox.add({ raw, labelIds, internalDate: at, ...(threadId !== undefined && { threadId }) });
    letters.set(id, letter);
    if (labelIds.includes('DRAFT')) drafts.push(id);
    return id;
  };

  /** One that may still grow: of longer ones Porthole shows the newest messages. */
  const openThread = () => {
    const { threadId = '' } = letters.size > 0 ? (mailbox.get(anyone()) ?? {}) : {};
    return (mailbox.thread(threadId)?.length ?? longestThread) < longestThread ? threadId : undefined;
  };

  const arrive = () => {
    const labelIds = random.chance(0.2) ? ['INBOX', ...random.some(labels, 1)] : random.pick(places);
    write(random.chance(0.5) ? openThread() : undefined, labelIds);
  };

  const remove = (id: string) => {
    mailbox.delete(id);
    goneWords.push(letters.get(id)?.word ?? '');
    letters.delete(id);
  };

  const toggle = (id: string, labelId: string) => {
    const has = mailbox.get(id)?.labelIds.has(labelId);
    mailbox.changeLabels(id, has ? { remove: [labelId] } : { add: [labelId] });
  };

  const removeThread = (id: string) => {
    for (const one of mailbox.thread(mailbox.get(id)?.threadId ?? '') ?? []) remove(one.id);
  };

  const fileUnder = (id: string) => {
    if (labels.length > 0) toggle(id, random.pick(labels));
  };

  const draft = () => {
    write(random.chance(0.5) ? openThread() : undefined, ['DRAFT']);
  };

  /** It is another message then. */
  const editDraft = () => {
    const [id] = random.some(
      drafts.filter((one) => letters.has(one)),
      1,
    );
    const { threadId } = mailbox.get(id ?? '') ?? {};
    if (id === undefined || threadId === undefined) return;
    remove(id);
    write(mailbox.thread(threadId) && threadId, random.chance(0.2) ? ['SENT'] : ['DRAFT']);
  };

  const deleteLabel = () => {
    const [id, ...others] = random.shuffled(labels);
    if (id === undefined) return;
    mailbox.deleteLabel(id);
    labels = others;
  };

  /** How often, and what. */
  const happenings: readonly (readonly [number, () => void])[] = [
    [30, arrive],
    [25, () => toggle(anyone(), random.pick(flags))],
    [10, () => fileUnder(anyone())],
    [6, () => mailbox.trash(anyone())],
    [4, () => mailbox.changeLabels(anyone(), { add: ['SPAM'], remove: ['INBOX', 'TRASH'] })],
    [4, () => mailbox.changeLabels(anyone(), { add: ['INBOX'], remove: ['SPAM', 'TRASH'] })],
    [8, () => remove(anyone())],
    [2, () => removeThread(anyone())],
    [5, draft],
    [10, editDraft],
    [0.5, () => void Array.from({ length: 60 }, arrive)],
    [0.5, () => void labels.push(mailbox.addLabel(`Label ${++serial}`))],
    [0.5, deleteLabel],
  ];
  const sum = happenings.reduce((total, [weight]) => total + weight, 0);

  for (let count = 0; count < size; count++) arrive();
  return {
    mailbox,
    letters,
    goneWords,
    arrive,
    vanish: () => remove(anyone()),
    live: () => {
      // Nobody empties it.
      if (letters.size < 20) arrive();
      let left = random.next() * sum;
      for (const [weight, happen] of happenings) {
        left -= weight;
        if (left < 0) return happen();
      }
    },
  };
}
