// All that writes to the store: one change, applied in one short transaction together with the position it leads to.
import type { Label } from '../contract/model.ts';
import type { Change, LabelChange, Remembered, SyncPosition } from './change.ts';
import type { WriteDb } from './db.ts';
import { createNumbers, type Numbers } from './numbers.ts';
import { saveChoice, saveContacts } from './receipts.ts';
import { listMessage, removeMessage, rowOf, saveMessage, setLabels, type Writing } from './save-message.ts';
import { completeOriginal } from './save-original.ts';
import { saveSearches } from './searches.ts';
import { createTouched, type Delta } from './touched.ts';

export interface Applied extends Delta {
  /** Whether a message or a label changed by it: what was found before may be found no more, or look otherwise. */
  readonly changed: boolean;
}

export interface Writer {
  readonly apply: (change: Change) => Applied;
  /** Where another number of complete messages was counted so far, this one takes its place. */
  readonly recount: (complete: number) => void;
}

function relabel(writing: Writing, { id, add, remove }: LabelChange): boolean {
  const row = rowOf(writing, id);
  if (!row) return false;
  const labelIds = new Set(writing.numbers.labelIdsOf(row.label_set));
  for (const labelId of remove) labelIds.delete(labelId);
  for (const labelId of add) labelIds.add(labelId);
  return setLabels(writing, row, labelIds);
}

/** Every message but these loses the label. */
function onlyLabelled(writing: Writing, labelId: string, ids: readonly string[]): number {
  const others = writing.db.all<{ id: string }>(
    `SELECT id FROM message WHERE label_set IN
         (SELECT number FROM label_set, json_each(label_ids) WHERE value = ?)
       AND id NOT IN (SELECT value FROM json_each(?))`,
    labelId,
    JSON.stringify(ids),
  );
  return others.filter(({ id }) => relabel(writing, { id, add: [], remove: [labelId] })).length;
}

function onlyExisting(writing: Writing, ids: readonly string[]): number {
  const others = writing.db.all<{ id: string }>(
    'SELECT id FROM message WHERE id NOT IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return others.filter(({ id }) => removeMessage(writing, id)).length;
}

const columnsOf = ({ name, type, listVisibility, messageVisibility, colour, id }: Label) =>
  [name, type, listVisibility, messageVisibility, colour ? JSON.stringify(colour) : null, id] as const;

function detailLabels(db: WriteDb, labels: readonly Label[]): number {
  return labels.reduce(
    (changed, label) =>
      changed +
      db.run(
        `UPDATE label SET name = ?1, type = ?2, list_visibility = ?3, message_visibility = ?4, colour = ?5
           WHERE id = ?6 AND (name, type, list_visibility, message_visibility, colour) IS NOT (?1, ?2, ?3, ?4, ?5)`,
        ...columnsOf(label),
      ),
    0,
  );
}

function replaceLabels(db: WriteDb, labels: readonly Label[]): number {
  const ids = JSON.stringify(labels.map(({ id }) => id));
  const gone = db.run('DELETE FROM label WHERE id NOT IN (SELECT value FROM json_each(?))', ids);
  const come = labels.filter(
    (label) =>
      db.run(
        `INSERT OR IGNORE INTO label (name, type, list_visibility, message_visibility, colour, id)
           VALUES (?, ?, ?, ?, ?, ?)`,
        ...columnsOf(label),
      ) > 0,
  );
  return gone + come.length + detailLabels(db, labels);
}

function saveCounts(db: WriteDb, counts: NonNullable<Change['counts']>): number {
  return counts.reduce(
    (changed, { labelId, counts: counted }) =>
      changed +
      db.run(
        'UPDATE label SET gmail_counts = ?1 WHERE id = ?2 AND gmail_counts IS NOT ?1',
        JSON.stringify(counted),
        labelId,
      ),
    0,
  );
}

function setPosition(db: WriteDb, { historyId, after, listed, listing, syncedAt }: SyncPosition): void {
  if (historyId !== undefined)
    db.run('UPDATE sync SET history_id = ?1 WHERE ?2 IS NULL OR history_id = ?2', historyId, after ?? null);
  if (listed !== undefined) db.run('UPDATE sync SET listed = ?', listed ? 1 : 0);
  // From now on the store counts by itself, also while everything is listed again.
  if (listed) db.run('UPDATE label SET gmail_counts = NULL WHERE gmail_counts IS NOT NULL');
  if (listing !== undefined) db.run('UPDATE sync SET listing = ?', listing);
  if (syncedAt !== undefined) db.run('UPDATE sync SET synced_at = ?', syncedAt);
}

function remember(db: WriteDb, { limits, paused, ownAddresses }: Remembered): void {
  if (limits !== undefined) db.run('UPDATE sync SET limits = ?', limits);
  if (paused !== undefined) db.run('UPDATE sync SET paused = ?', paused ? 1 : 0);
  if (ownAddresses !== undefined) db.run('UPDATE sync SET own_addresses = ?', JSON.stringify(ownAddresses));
}

function saveAnswers(db: WriteDb, answers: NonNullable<Change['answers']>): void {
  for (const { term, at, ids } of answers)
    db.run('INSERT OR REPLACE INTO answer (term, answered_at, ids) VALUES (?, ?, ?)', term, at, JSON.stringify(ids));
}

function applyMessages(writing: Writing, change: Change): number {
  const count = <One>(all: readonly One[] | undefined, changes: (one: One) => boolean) =>
    (all ?? []).filter(changes).length;
  let changed = count(change.remove, (id) => removeMessage(writing, id));
  changed += count(change.save, (message) => saveMessage(writing, message));
  const { messages = [], labelIds = [] } = change.list ?? {};
  changed += count(messages, (message) => listMessage(writing, message, labelIds));
  changed += count(change.relabel, (one) => relabel(writing, one));
  if (change.onlyLabelled) changed += onlyLabelled(writing, change.onlyLabelled.labelId, change.onlyLabelled.ids);
  if (change.onlyExisting) changed += onlyExisting(writing, change.onlyExisting);
  return changed;
}

function applyRest(db: WriteDb, change: Change): number {
  let changed = change.labels ? replaceLabels(db, change.labels) : 0;
  if (change.labelDetails) changed += detailLabels(db, change.labelDetails);
  if (change.counts) changed += saveCounts(db, change.counts);
  if (change.answers) saveAnswers(db, change.answers);
  if (change.searches) saveSearches(db, change.searches);
  for (const { id, original } of change.looks ?? []) completeOriginal(db, id, original);
  if (change.contacts) saveContacts(db, change.contacts);
  if (change.choice) saveChoice(db, change.choice);
  if (change.inMailbox !== undefined) db.run('UPDATE sync SET in_mailbox = ?', change.inMailbox);
  for (const id of change.passedOver?.add ?? []) db.run('INSERT OR IGNORE INTO passed_over (id) VALUES (?)', id);
  for (const id of change.passedOver?.remove ?? []) db.run('DELETE FROM passed_over WHERE id = ?', id);
  if (change.position) setPosition(db, change.position);
  if (change.remembered) remember(db, change.remembered);
  return changed + (change.answers?.length ?? 0);
}

export function createWriter(db: WriteDb, hasWords: boolean): Writer {
  const numbers: Numbers = createNumbers(db);
  return {
    apply: (change) => {
      try {
        return db.transaction(() => {
          const touched = createTouched(db, numbers);
          const changed = applyMessages({ db, hasWords, numbers, touched }, change) + applyRest(db, change);
          return { changed: changed > 0, ...touched.settle() };
        });
      } catch (error) {
        numbers.forget();
        throw error;
      }
    },
    recount: (complete) => void db.run('UPDATE sync SET complete = ?1 WHERE complete <> ?1', complete),
  };
}
