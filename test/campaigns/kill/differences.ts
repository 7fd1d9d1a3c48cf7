// What a store says, held against the mailbox that it is a copy of, and against itself. Names messages by their ids only.
import { DatabaseSync } from 'node:sqlite';
import type { Message } from '../../../electron/contract/model.ts';
import type { StoredMessage } from '../../google/mailbox.ts';
import { anySearch } from '../../support/any-search.ts';
import type { TestStore } from '../../support/store.ts';
import { everywhere, type Letter, type LivingMailbox } from './living-mailbox.ts';

/** Each thing that is not as it should be, in a sentence. */
export type Differences = string[];

const sorted = (values: Iterable<string>) => [...values].sort();
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

async function found(store: TestStore, text: string): Promise<string[]> {
  const search = { ...anySearch, text: `in:anywhere ${text}` };
  const { rows } = await store.read('find', {
    search,
    now: Date.now(),
    ownAddresses: [],
    also: [],
    offset: 0,
    limit: 100_000,
  });
  return sorted(rows.map(({ id }) => id));
}

async function* known(store: TestStore, { mailbox, letters }: LivingMailbox): AsyncGenerator<string> {
  const ids = store.labelled().map(({ id }) => id);
  const here = new Set(ids);
  for (const id of mailbox.ids) if (!here.has(id)) yield `${id} is not known`;
  for (const id of here) if (!letters.has(id)) yield `${id} is known, and gone`;
  if (here.size < ids.length) yield `${ids.length - here.size} are known twice`;
}

/** How many of the messages that there should be are there, each as it should be. */
export interface KeptMessages {
  readonly messages: number;
  readonly of: number;
}

/** Those of which nothing was said: whatever is said of one begins with its id. */
export function rightAmong({ letters }: Pick<LivingMailbox, 'letters'>, differences: Differences): KeptMessages {
  const named = new Set(differences.map((sentence) => sentence.split(' ', 1)[0]));
  return { messages: [...letters.keys()].filter((id) => !named.has(id)).length, of: letters.size };
}

/** In what a copy differs from what it is a copy of. */
function differing(ours: Message, theirs: StoredMessage, letter: Letter): string[] {
  const pairs = {
    labels: [sorted(ours.labelIds), sorted(theirs.labelIds)],
    thread: [ours.threadId, theirs.threadId],
    time: [ours.receivedAt, theirs.internalDate],
    subject: [ours.subject, letter.subject],
    text: [ours.text.trim(), letter.text],
  };
  return Object.entries(pairs).flatMap(([name, [own, other]]) => (same(own, other) ? [] : [name]));
}

async function* messages(store: TestStore, { mailbox, letters }: LivingMailbox): AsyncGenerator<string> {
  const listed = new Map(store.labelled().map(({ id, labelIds }) => [id, labelIds]));
  for (const [id, letter] of letters) {
    const theirs = mailbox.get(id);
    const ours = await store.read('message', { id });
    if (!ours || !theirs) yield `${id} is not here`;
    else for (const name of differing(ours, theirs, letter)) yield `${id} has another ${name}`;
    if (!same(sorted(listed.get(id) ?? []), sorted(theirs?.labelIds ?? []))) yield `${id} is listed otherwise`;
    if (!same(await found(store, letter.word), [id])) yield `${id} is not found by its word, or not alone`;
  }
}

async function* threads(store: TestStore, { mailbox, letters }: LivingMailbox): AsyncGenerator<string> {
  for (const threadId of new Set([...letters.keys()].map((id) => mailbox.get(id)?.threadId ?? ''))) {
    const ours = (await store.read('thread', { id: threadId }))?.messages ?? [];
    const theirs = mailbox.thread(threadId) ?? [];
    const times = ours.map((one) => ('receivedAt' in one ? one.receivedAt : Number.NaN));
    if (!same(sorted(ours.map(({ id }) => id)), sorted(theirs.map(({ id }) => id))))
      yield `thread ${threadId} has others`;
    else if (
      !same(
        times,
        times.toSorted((a, b) => a - b),
      )
    )
      yield `thread ${threadId} is in disorder`;
  }
}

async function* labels(store: TestStore, { mailbox }: LivingMailbox): AsyncGenerator<string> {
  const ours = await store.read('countedLabels');
  const names = (all: readonly { readonly id: string; readonly name: string }[]) =>
    sorted(all.map(({ id, name }) => `${id} ${name}`));
  if (!same(names(ours), names(mailbox.labels.all()))) yield 'there are other labels';
  for (const { id, counts } of ours) {
    const { messagesTotal, messagesUnread, threadsTotal, threadsUnread } = mailbox.counts(id);
    const { messages: all, unreadMessages, threads: ourThreads, unreadThreads } = counts;
    const theirs = [messagesTotal, messagesUnread, threadsTotal, threadsUnread];
    if (!same([all, unreadMessages, ourThreads, unreadThreads], theirs)) yield `label ${id} counts otherwise`;
  }
}

async function* words(store: TestStore, { letters, goneWords }: LivingMailbox): AsyncGenerator<string> {
  if (!same(await found(store, everywhere), sorted(letters.keys()))) yield 'the word of all finds others';
  for (const word of goneWords)
    for (const id of await found(store, word)) yield `${id} is found by the word of what is gone`;
}

async function* position(store: TestStore, { mailbox, letters }: LivingMailbox): AsyncGenerator<string> {
  const { onDisk, inMailbox, historyId, listed } = await store.read('position');
  if (onDisk !== letters.size || inMailbox !== letters.size) yield `${onDisk} of ${inMailbox} are said to be here`;
  if (historyId !== String(mailbox.history.id)) yield 'the cursor is elsewhere';
  if (!listed) yield 'not all is listed';
  for (const id of await store.read('passedOver')) yield `${id} is passed over`;
}

export async function differencesFrom(living: LivingMailbox, store: TestStore): Promise<Differences> {
  const differences: Differences = [];
  for (const kind of [known, messages, threads, labels, words, position])
    for await (const difference of kind(store, living)) differences.push(difference);
  return differences;
}

/** What must hold in every database, as queries that find nothing. */
const contradictions: Readonly<Record<string, string>> = {
  'content of no message': 'SELECT number FROM content WHERE number NOT IN (SELECT content FROM message)',
  'content of another message':
    'SELECT m.key FROM message AS m JOIN content AS c ON c.number = m.content WHERE c.key != m.key',
  'content twice': 'SELECT content FROM message WHERE content != 0 GROUP BY content HAVING count(*) > 1',
  'complete without content':
    'SELECT key FROM message WHERE (traits != 0) != (content IN (SELECT number FROM content))',
  'looks without content, or content without its looks':
    'SELECT number FROM content FULL JOIN original USING (number) WHERE (looks IS 2) != (original.body IS NOT NULL)',
  'words of no message': 'SELECT id FROM words_docsize WHERE id NOT IN (SELECT key FROM message WHERE traits != 0)',
  'message without words': 'SELECT key FROM message WHERE traits != 0 AND key NOT IN (SELECT id FROM words_docsize)',
  'count of complete messages': 'SELECT 1 FROM sync WHERE complete != (SELECT count(*) FROM message WHERE traits != 0)',
  'reference to nothing': 'SELECT * FROM pragma_foreign_key_check',
  damage: "SELECT * FROM pragma_integrity_check WHERE integrity_check != 'ok'",
};

/** Of a database that nobody has open. */
export function contradictionsIn(file: string): Differences {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return Object.entries(contradictions).flatMap(([name, sql]) => {
      const { length } = database.prepare(sql).all();
      return length > 0 ? [`${name}: ${length}`] : [];
    });
  } finally {
    database.close();
  }
}
