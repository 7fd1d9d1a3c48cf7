// All that reads from the store besides searches. None of it can write: a ReadDb has no way to.
import type { CountedLabel, Label, LabelCounts } from '../contract/model.ts';
import type { FoundPage } from '../contract/search.ts';
import type { ReadDb } from './db.ts';
import type { Finder, FindInput, FoundOnDisk, Step } from './finder.ts';
import type { FindNamed, NamedInput } from './namesakes.ts';
import type { FindPeople, PeopleInput } from './people.ts';
import { inThread, looks, message, thread } from './read-messages.ts';
import { allChoices, choiceOf, contacts } from './receipts.ts';
import { readSearches } from './searches.ts';
import { complete } from './traits.ts';

/** What a read may need besides its input. */
export interface ReadContext {
  readonly db: ReadDb;
  /** How many messages are known. */
  readonly size: () => number;
  readonly finder: Finder;
  readonly people: FindPeople;
  readonly named: FindNamed;
}

interface StoredLabel {
  readonly id: string;
  readonly name: string;
  readonly type: Label['type'];
  readonly listVisibility: Label['listVisibility'];
  readonly messageVisibility: Label['messageVisibility'];
  readonly colour: string | null;
}

const labelColumns =
  'label.id, name, type, list_visibility AS listVisibility, message_visibility AS messageVisibility, colour';

const toLabel = ({ id, name, type, listVisibility, messageVisibility, colour }: StoredLabel): Label => ({
  id,
  name,
  type,
  listVisibility,
  messageVisibility,
  colour: colour === null ? null : (JSON.parse(colour) as Label['colour']),
});

export function readLabels(db: ReadDb): Label[] {
  return db.all<StoredLabel>(`SELECT ${labelColumns} FROM label ORDER BY name`).map(toLabel);
}

/** Counted here once every message is known; until then as Gmail counts. */
function countedLabels({ db }: ReadContext): CountedLabel[] {
  const { listed } = position(db);
  return db
    .all<StoredLabel & LabelCounts & { readonly gmail_counts: string | null }>(
      `SELECT ${labelColumns}, gmail_counts, coalesce(messages, 0) AS messages, coalesce(threads, 0) AS threads,
           coalesce(unread_messages, 0) AS unreadMessages, coalesce(unread_threads, 0) AS unreadThreads
         FROM label LEFT JOIN label_count ON label_count.label_id = label.id ORDER BY name`,
    )
    .map(({ gmail_counts, messages, unreadMessages, threads, unreadThreads, ...label }) => ({
      ...toLabel(label),
      counts:
        listed || gmail_counts === null
          ? { messages, unreadMessages, threads, unreadThreads }
          : (JSON.parse(gmail_counts) as LabelCounts),
    }));
}

/** What Gmail counts under the label. Undefined where it has not said, and once everything is known here. */
function gmailCounts({ db }: ReadContext, { labelId }: { readonly labelId: string }): LabelCounts | undefined {
  const row = db.get<{ gmail_counts: string | null }>(
    'SELECT gmail_counts FROM label WHERE id = ? AND (SELECT listed FROM sync) = 0',
    labelId,
  );
  return row?.gmail_counts ? (JSON.parse(row.gmail_counts) as LabelCounts) : undefined;
}

export interface StoredPosition {
  readonly historyId: string | null;
  /** Every message is known, and its labels are. */
  readonly listed: boolean;
  readonly listing: string | null;
  readonly syncedAt: number | null;
  /** Complete messages. */
  readonly onDisk: number;
  /** As far as is known; never less than `onDisk`. */
  readonly inMailbox: number;
  readonly limits: string | null;
  readonly paused: boolean;
  readonly ownAddresses: readonly string[];
}

function position(db: ReadDb, known = 0): StoredPosition {
  const row = db.get<{
    history_id: string | null;
    listed: number;
    listing: string | null;
    synced_at: number | null;
    complete: number;
    in_mailbox: number;
    limits: string | null;
    paused: number;
    own_addresses: string;
  }>('SELECT * FROM sync');
  const listed = row?.listed === 1;
  return {
    historyId: row?.history_id ?? null,
    listed,
    listing: row?.listing ?? null,
    syncedAt: row?.synced_at ?? null,
    onDisk: row?.complete ?? 0,
    inMailbox: listed ? known : Math.max(known, row?.in_mailbox ?? 0),
    limits: row?.limits ?? null,
    paused: row?.paused === 1,
    ownAddresses: JSON.parse(row?.own_addresses ?? '[]') as string[],
  };
}

/** Those of the ids that are not here as a whole, or are to be had once more, in their order. */
function missing({ db }: ReadContext, { ids }: { readonly ids: readonly string[] }): string[] {
  return db
    .all<{ id: string }>(
      `SELECT wanted.value AS id FROM json_each(?) AS wanted
         WHERE NOT EXISTS (SELECT 1 FROM message WHERE id = wanted.value AND traits & ? != 0)
           OR EXISTS (SELECT 1 FROM passed_over WHERE id = wanted.value)`,
      JSON.stringify(ids),
      complete,
    )
    .map(({ id }) => id);
}

/** Those of the ids that nothing is known of, in their order. */
function unknown({ db }: ReadContext, { ids }: { readonly ids: readonly string[] }): string[] {
  return db
    .all<{ id: string }>(
      `SELECT wanted.value AS id FROM json_each(?) AS wanted
         WHERE NOT EXISTS (SELECT 1 FROM message WHERE id = wanted.value)`,
      JSON.stringify(ids),
    )
    .map(({ id }) => id);
}

export interface Wanted {
  readonly id: string;
  readonly threadId: string;
  readonly key: number;
  /** Messages of its thread that are not here, itself included. */
  readonly missingInThread: number;
}

interface WantedInput {
  /** Null: any. */
  readonly labelId: string | null;
  readonly limit: number;
  /** Only those older than this key. */
  readonly after: number | null;
  /** Ids of messages. */
  readonly except: readonly string[];
}

/** Messages that are known and not here, newest first. */
function wanted({ db }: ReadContext, { labelId, limit, after, except }: WantedInput): Wanted[] {
  return db.all<Wanted>(
    `SELECT m.id, t.id AS threadId, m.key,
         (SELECT count(*) FROM message AS other WHERE other.thread = m.thread AND other.traits = 0) AS missingInThread
       FROM message AS m JOIN thread AS t ON t.number = m.thread
       WHERE m.traits = 0 AND m.key < ?1
         AND (?2 IS NULL OR m.label_set IN (SELECT number FROM label_set, json_each(label_ids) WHERE value = ?2))
         AND m.id NOT IN (SELECT value FROM json_each(?3))
       ORDER BY m.key DESC LIMIT ?4`,
    after ?? Number.MAX_SAFE_INTEGER,
    labelId,
    JSON.stringify(except),
    limit,
  );
}

function missingInThread({ db }: ReadContext, { threadId }: { readonly threadId: string }): string[] {
  return db
    .all<{ id: string }>(
      'SELECT m.id FROM message AS m JOIN thread AS t ON t.number = m.thread WHERE t.id = ? AND m.traits = 0 ORDER BY m.key DESC',
      threadId,
    )
    .map(({ id }) => id);
}

/** Labels that messages carry, and that are not among the labels. */
function strayLabels({ db }: ReadContext): string[] {
  return db
    .all<{ id: string }>(
      'SELECT label_id AS id FROM label_count WHERE messages > 0 AND label_id NOT IN (SELECT id FROM label)',
    )
    .map(({ id }) => id);
}

/** Messages that could not be read or kept so far, or not as a whole. */
function passedOver({ db }: ReadContext): string[] {
  return db.all<{ id: string }>('SELECT id FROM passed_over').map(({ id }) => id);
}

export type SentPage = FoundOnDisk & Pick<FoundPage, 'coverage'>;

/** With how much of the mailbox was searched. */
export function find({ db, size, finder }: ReadContext, input: FindInput): Step<SentPage> {
  const found = finder.find(input);
  return (isTimeLeft) => {
    const page = found(isTimeLeft);
    if (!page) return undefined;
    const { onDisk, inMailbox } = position(db, size());
    return { ...page, coverage: { searched: onDisk, of: inMailbox } };
  };
}

export const reads = {
  message,
  looks,
  thread,
  inThread,
  position: ({ db, size }: ReadContext) => position(db, size()),
  missing,
  unknown,
  wanted,
  missingInThread,
  passedOver,
  strayLabels,
  labels: ({ db }: ReadContext) => readLabels(db),
  countedLabels,
  gmailCounts,
  people: ({ people }: ReadContext, input: PeopleInput) => people(input),
  named: ({ named }: ReadContext, input: NamedInput) => named(input),
  searches: ({ db }: ReadContext) => readSearches(db),
  choiceOf,
  choices: ({ db }: ReadContext) => allChoices(db),
  contacts,
} as const;

export type Reads = typeof reads;
