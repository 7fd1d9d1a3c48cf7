// All that reads from the store. None of it can write: a ReadDb has no way to.
import type { Address, Attachment, FoundPage, Header, Label, Message, PendingRow } from '../contract/model.ts';
import { parse } from '../search/parse.ts';
import type { ReadDb } from './db.ts';
import { findSql } from './find.ts';
import { orderFound } from './order-found.ts';
import { rowsById, rowsByKey } from './rows.ts';

/** What a read may need besides its input. */
export interface ReadContext {
  readonly db: ReadDb;
  /** Whether there is a word index. */
  readonly hasWords: boolean;
  /** Grows with every write that changes messages or labels, so that an answer may be kept as long as it stays the same. */
  readonly version: number;
  readonly kept: Kept;
}

interface Kept {
  readonly found: Map<string, KeptAnswer>;
  /** The order of what Gmail found: one page after the other is asked for, each with all of the ids. */
  ordered?: { readonly version: number; readonly ids: readonly string[]; readonly inOrder: readonly string[] };
}

interface KeptAnswer {
  readonly version: number;
  /** What `now` was. */
  readonly askedAt: number;
  readonly keys: readonly number[];
  readonly ignored: readonly string[];
}

/** Answers kept: the list, the filter as it is typed, and a few to go back to. */
const keptAnswers = 8;
/** How long `newer_than:` may count from an earlier now. Pages of one list are asked for within seconds. */
const keptMs = 60_000;

export interface FindInput {
  readonly query: string;
  readonly offset: number;
  readonly limit: number;
  /** Epoch ms; what `newer_than:` counts from. */
  readonly now: number;
  /** Who `me` is. */
  readonly ownAddresses: readonly string[];
}

function answer({ db, hasWords, version, kept }: ReadContext, { query, now, ownAddresses }: FindInput): KeptAnswer {
  const asked = JSON.stringify([query, ownAddresses]);
  const known = kept.found.get(asked);
  if (known?.version === version && Math.abs(now - known.askedAt) < keptMs) return known;
  const { sql, params, ignored } = findSql(parse(query), { now, labels: labels(db), ownAddresses, fts: hasWords });
  const keys = db.all<{ key: number }>(sql, ...params).map(({ key }) => key);
  if (kept.found.size >= keptAnswers) kept.found.clear();
  const fresh = { version, askedAt: now, keys, ignored };
  kept.found.set(asked, fresh);
  return fresh;
}

type DiskPage = Pick<FoundPage, 'rows' | 'total' | 'ignored'>;

function find(context: ReadContext, input: FindInput): DiskPage {
  const { keys, ignored } = answer(context, input);
  const wanted = keys.slice(input.offset, input.offset + input.limit);
  return { rows: rowsByKey(context.db, wanted), total: keys.length, ignored };
}

const areSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((one, index) => one === others[index]);

function inOrder({ db, version, kept }: ReadContext, ids: readonly string[]): readonly string[] {
  if (kept.ordered?.version === version && areSame(kept.ordered.ids, ids)) return kept.ordered.inOrder;
  const known = db.all<{ id: string; received_at: number }>(
    'SELECT m.id, m.received_at FROM json_each(?) AS wanted JOIN message AS m ON m.id = wanted.value',
    JSON.stringify(ids),
  );
  const ordered = orderFound(ids, new Map(known.map((row) => [row.id, row.received_at])));
  kept.ordered = { version, ids, inOrder: ordered };
  return ordered;
}

/** A page of what Gmail found, in time's order as far as that is known. */
function page(
  context: ReadContext,
  { ids, offset, limit }: { readonly ids: readonly string[]; readonly offset: number; readonly limit: number },
): DiskPage {
  const wanted = inOrder(context, ids).slice(offset, offset + limit);
  const rows = rowsById(context.db, wanted);
  const pending = (id: string): PendingRow => ({ id, pending: true });
  return { rows: wanted.map((id) => rows.get(id) ?? pending(id)), total: ids.length, ignored: [] };
}

function message({ db }: ReadContext, { id }: { readonly id: string }): Message | undefined {
  const stored = db.get<{
    key: number;
    thread_id: string;
    received_at: number;
    size_bytes: number;
    subject: string;
    snippet: string;
    addresses: string;
    headers: string;
    text: string;
    text_from: Message['textFrom'];
  }>(
    'SELECT m.*, c.addresses, c.headers, c.text, c.text_from FROM message AS m JOIN content AS c USING (key) WHERE m.id = ?',
    id,
  );
  if (!stored) return undefined;
  const addresses = JSON.parse(stored.addresses) as Record<'from' | 'to' | 'cc' | 'bcc' | 'replyTo', Address[]>;
  return {
    id,
    threadId: stored.thread_id,
    labelIds: db
      .all<{ label_id: string }>('SELECT label_id FROM message_label WHERE key = ?', stored.key)
      .map(({ label_id }) => label_id),
    receivedAt: stored.received_at,
    sizeBytes: stored.size_bytes,
    snippet: stored.snippet,
    subject: stored.subject,
    ...addresses,
    headers: JSON.parse(stored.headers) as Header[],
    text: stored.text,
    textFrom: stored.text_from,
    attachments: db.all<Attachment>(
      `SELECT part_id AS partId, filename, mime_type AS mimeType, size_bytes AS sizeBytes FROM attachment
        WHERE key = ? ORDER BY position`,
      stored.key,
    ),
  };
}

function labels(db: ReadDb): Label[] {
  return db.all<Label>('SELECT id, name, type FROM label ORDER BY name');
}

export interface StoredPosition {
  readonly historyId: string | null;
  readonly listed: boolean;
  readonly syncedAt: number | null;
  readonly onDisk: number;
}

function position({ db }: ReadContext): StoredPosition {
  const row = db.get<{ history_id: string | null; listed: number; synced_at: number | null; on_disk: number }>(
    'SELECT history_id, listed, synced_at, (SELECT count(*) FROM message) AS on_disk FROM sync',
  );
  return {
    historyId: row?.history_id ?? null,
    listed: row?.listed === 1,
    syncedAt: row?.synced_at ?? null,
    onDisk: row?.on_disk ?? 0,
  };
}

/** Those of the ids that are not on disk, in their order. */
function missing({ db }: ReadContext, { ids }: { readonly ids: readonly string[] }): string[] {
  return db
    .all<{ id: string }>(
      'SELECT wanted.value AS id FROM json_each(?) AS wanted WHERE NOT EXISTS (SELECT 1 FROM message WHERE id = wanted.value)',
      JSON.stringify(ids),
    )
    .map(({ id }) => id);
}

/** Every message with the labels that it has here, newest first; what a listing of the mailbox is compared with. */
function labelled({ db }: ReadContext): { readonly id: string; readonly labelIds: readonly string[] }[] {
  // Few sets of labels for many messages: a structured clone crosses threads with each of them once.
  const sets = new Map<string, readonly string[]>();
  return db
    .all<{ id: string; label_ids: string }>(
      `SELECT id, (SELECT json_group_array(label_id) FROM message_label WHERE key = message.key) AS label_ids
         FROM message ORDER BY key DESC`,
    )
    .map(({ id, label_ids }) => {
      const labelIds = sets.get(label_ids) ?? (JSON.parse(label_ids) as string[]);
      sets.set(label_ids, labelIds);
      return { id, labelIds };
    });
}

/** Messages that could not be read or kept so far. */
function passedOver({ db }: ReadContext): string[] {
  return db.all<{ id: string }>('SELECT id FROM passed_over').map(({ id }) => id);
}

export const reads = {
  find,
  page,
  message,
  position,
  missing,
  labelled,
  passedOver,
  labels: ({ db }: ReadContext) => labels(db),
} as const;

export type Reads = typeof reads;
