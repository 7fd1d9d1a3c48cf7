// One account's mail: messages, labels, threads and the history of their changes, kept in order and found quickly at a
// hundred thousand. Raw messages are parsed when asked for. Knows no HTTP and no JSON.
import { headOf, SearchDocument } from './document.ts';
import { History } from './history.ts';
import { countByLabel, type LabelCounts, noCounts } from './label-counts.ts';
import { type LabelOptions, Labels } from './labels.ts';
import { firstAfter, newestFirst, type StoredPosition } from './message-order.ts';
import { messageText, snippetOf } from './message-text.ts';
import { type MimePart, parseMime, splitHead } from './mime.ts';
import { allHeaders, firstHeader, type Header, parseHeaders } from './mime-headers.ts';
import { parseQuery } from './query.ts';
import { compileQuery, type Matcher, type Searched } from './query-match.ts';
import { Threading } from './threading.ts';

export interface NewMessage {
  /** RFC 822. Bare line feeds become CRLF, as on their way through SMTP. */
  readonly raw: string | Uint8Array;
  /** `INBOX` and `UNREAD` unless said otherwise. */
  readonly labelIds?: readonly string[];
  /** Epoch ms; otherwise the `Date` header, the newest `Received`, or now. */
  readonly internalDate?: number;
  readonly threadId?: string;
}

export interface StoredMessage extends Searched {
  readonly id: string;
  readonly threadId: string;
  readonly raw: Buffer;
  readonly labelIds: ReadonlySet<string>;
  readonly historyId: bigint;
}

interface Kept extends StoredMessage {
  readonly labelIds: Set<string>;
  historyId: bigint;
  snippet: string | undefined;
}

export interface MailboxOptions {
  readonly email: string;
  readonly now: () => number;
  readonly firstHistoryId: bigint;
}

const parsedKept = 64;
const dayMs = 86_400_000;

export class Mailbox {
  readonly email: string;
  readonly labels = new Labels();
  readonly history: History;
  readonly #now: () => number;
  readonly #messages = new Map<string, Kept>();
  readonly #threads = new Map<string, Set<Kept>>();
  readonly #threading = new Threading();
  readonly #parsed = new Map<string, MimePart>();
  #sorted: Kept[] = [];
  #inOrder = true;
  #counts: { readonly at: bigint; readonly byLabel: ReadonlyMap<string, LabelCounts> } | undefined;
  #added = 0;

  constructor({ email, now, firstHistoryId }: MailboxOptions) {
    this.email = email;
    this.#now = now;
    this.history = new History(firstHistoryId);
  }

  get size(): number {
    return this.#messages.size;
  }

  get threadCount(): number {
    return this.#threads.size;
  }

  /** Newest first. */
  get ids(): string[] {
    return this.#inOrderMessages().map((message) => message.id);
  }

  add(message: NewMessage): string {
    const raw = withCrlf(bytesOf(message.raw));
    const headers = parseHeaders(splitHead(headOf(raw)).head);
    const internalDate = message.internalDate ?? dateOf(headers, this.#now());
    const labelIds = new Set(message.labelIds ?? ['INBOX', 'UNREAD']);
    for (const id of labelIds) this.#label(id);
    const id = this.#newId(internalDate);
    const threadId = this.#thread(headers, message.threadId, id);
    const historyId = this.history.record({
      kind: 'messageAdded',
      messageId: id,
      threadId,
      labelIds: [...labelIds],
      changed: [],
    });
    const kept: Kept = {
      id,
      threadId,
      raw,
      internalDate,
      sizeEstimate: raw.length,
      labelIds,
      historyId,
      document: new SearchDocument(raw),
      snippet: undefined,
    };
    this.#messages.set(id, kept);
    this.#threads.set(threadId, (this.#threads.get(threadId) ?? new Set()).add(kept));
    const newest = this.#sorted[0];
    this.#sorted.push(kept);
    this.#inOrder &&= newest === undefined;
    return id;
  }

  addLabel(name: string, options: LabelOptions = {}): string {
    return this.labels.add(name, options);
  }

  deleteLabel(id: string): void {
    this.#label(id);
    for (const message of this.#messages.values()) {
      if (message.labelIds.has(id)) this.changeLabels(message.id, { remove: [id] });
    }
    this.labels.delete(id);
  }

  changeLabels(id: string, change: { readonly add?: readonly string[]; readonly remove?: readonly string[] }): void {
    const message = this.#known(id);
    const added = (change.add ?? []).filter((label) => !message.labelIds.has(this.#label(label)));
    const removed = (change.remove ?? []).filter((label) => message.labelIds.has(this.#label(label)));
    for (const label of added) message.labelIds.add(label);
    if (added.length > 0) this.#record(message, 'labelAdded', added);
    for (const label of removed) message.labelIds.delete(label);
    if (removed.length > 0) this.#record(message, 'labelRemoved', removed);
  }

  trash(id: string): void {
    this.changeLabels(id, { add: ['TRASH'], remove: ['INBOX', 'SPAM'] });
  }

  /** For good, as emptying the trash does. */
  delete(id: string): void {
    const message = this.#known(id);
    this.#messages.delete(id);
    this.#parsed.delete(id);
    this.#sorted.splice(this.#sorted.indexOf(message), 1);
    const thread = this.#threads.get(message.threadId);
    thread?.delete(message);
    if (thread?.size === 0) this.#threads.delete(message.threadId);
    this.#record(message, 'messageDeleted', []);
  }

  /** Everything up to now is forgotten: an older `startHistoryId` gets a 404. */
  expireHistory(): void {
    this.history.expire();
  }

  get(id: string): StoredMessage | undefined {
    return this.#messages.get(id);
  }

  /** Oldest first; undefined where there is no such thread. */
  thread(id: string): StoredMessage[] | undefined {
    const messages = this.#threads.get(id);
    return messages && [...messages].toSorted((a, b) => newestFirst(b, a));
  }

  parsed(message: StoredMessage): MimePart {
    const found = this.#parsed.get(message.id) ?? parseMime(message.raw);
    this.#parsed.delete(message.id);
    this.#parsed.set(message.id, found);
    for (const oldest of this.#parsed.keys()) {
      if (this.#parsed.size <= parsedKept) break;
      this.#parsed.delete(oldest);
    }
    return found;
  }

  snippet(message: StoredMessage): string {
    const kept = this.#known(message.id);
    kept.snippet ??= snippetOf(messageText(this.parsed(message)));
    return kept.snippet;
  }

  /** The messages after `after`, newest first, one by one: whoever has enough stops asking. */
  *newestFirst(after?: StoredPosition): Generator<StoredMessage> {
    const messages = this.#inOrderMessages();
    for (let at = after ? firstAfter(messages, after) : 0; at < messages.length; at += 1) {
      const message = messages[at];
      if (message) yield message;
    }
  }

  matcher(q: string): Matcher {
    const userLabels = this.labels.all().filter((label) => label.type === 'user');
    return compileQuery(parseQuery(q), {
      email: this.email,
      now: this.#now(),
      labelsNamed: (text) => this.labels.named(text),
      userLabels: new Set(userLabels.map((label) => label.id)),
    });
  }

  /** The ids that a query finds, newest first, as `messages.list` would over all its pages. */
  find(q: string): string[] {
    const { test, asksFor } = this.matcher(q);
    return this.#inOrderMessages()
      .filter((message) => asksFor.spam || !message.labelIds.has('SPAM'))
      .filter((message) => asksFor.trash || !message.labelIds.has('TRASH'))
      .filter(test)
      .map((message) => message.id);
  }

  counts(labelId: string): LabelCounts {
    if (this.#counts?.at !== this.history.id) {
      this.#counts = { at: this.history.id, byLabel: countByLabel(this.#threads.values()) };
    }
    return this.#counts?.byLabel.get(labelId) ?? noCounts();
  }

  #thread(headers: readonly Header[], chosen: string | undefined, fresh: string): string {
    if (chosen === undefined) return this.#threading.place(headers, fresh);
    if (!this.#threads.has(chosen)) throw new Error(`There is no thread ${chosen}`);
    this.#threading.join(headers, chosen);
    return chosen;
  }

  #record(message: Kept, kind: 'messageDeleted' | 'labelAdded' | 'labelRemoved', changed: readonly string[]): void {
    const labelIds = [...message.labelIds];
    message.historyId = this.history.record({
      kind,
      messageId: message.id,
      threadId: message.threadId,
      labelIds,
      changed,
    });
  }

  #known(id: string): Kept {
    const message = this.#messages.get(id);
    if (!message) throw new Error(`There is no message ${id}`);
    return message;
  }

  #label(id: string): string {
    if (!this.labels.get(id)) throw new Error(`There is no label ${id}: add it first`);
    return id;
  }

  /** As Gmail's look: sixteen hex digits that begin with the time. */
  #newId(internalDate: number): string {
    for (;;) {
      this.#added += 1;
      const id = (BigInt(Math.max(0, Math.trunc(internalDate))) << 20n) | BigInt((this.#added * 7_919) % 0x100000);
      const text = id.toString(16).padStart(16, '0');
      if (!this.#messages.has(text)) return text;
    }
  }

  #inOrderMessages(): Kept[] {
    if (!this.#inOrder) this.#sorted.sort(newestFirst);
    this.#inOrder = true;
    return this.#sorted;
  }
}

function dateOf(headers: readonly Header[], now: number): number {
  const received = allHeaders(headers, 'received').map((line) => line.slice(line.lastIndexOf(';') + 1));
  const said = [firstHeader(headers, 'date') ?? '', ...received].map((text) => Date.parse(text.trim()));
  // A clock that was wrong by years would put its message on top for ever.
  return said.find((at) => at >= 0 && at <= now + dayMs) ?? now;
}

function withCrlf(raw: Buffer): Buffer {
  const lineEnd = raw.indexOf(10);
  if (lineEnd < 0 || raw[lineEnd - 1] === 13) return raw;
  return Buffer.from(raw.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
}

function bytesOf(raw: string | Uint8Array): Buffer {
  return typeof raw === 'string' ? Buffer.from(raw) : Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
}
