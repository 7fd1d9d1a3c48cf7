// messages.list, messages.get, attachments.get, threads.list, threads.get.
import {
  ApiProblem,
  type GmailCall,
  invalidArgument,
  issuePage,
  notFound,
  readMaxResults,
  readPage,
} from './gmail-call.ts';
import type { StoredMessage } from './mailbox.ts';
import { type Format, messageJson, type RenderOptions } from './message-json.ts';
import { walk } from './mime.ts';

type Test = (message: StoredMessage) => boolean;

export function listMessages(call: GmailCall): unknown {
  const wanted = readFilter(call);
  return listPage(call, 'messages', wanted, ({ id, threadId }) => ({ id, threadId }));
}

/** Finds message by message, and gives each one's conversation once: where its newest match stands. */
export function listThreads(call: GmailCall): unknown {
  const wanted = readFilter(call);
  const leads: Test = (message) => {
    if (!wanted(message)) return false;
    const matches = (call.mailbox.thread(message.threadId) ?? []).filter(wanted);
    return matches.at(-1) === message;
  };
  return listPage(call, 'threads', leads, ({ threadId }) => {
    const messages = call.mailbox.thread(threadId) ?? [];
    const newest = messages.at(-1);
    return { id: threadId, snippet: newest ? call.mailbox.snippet(newest) : '', historyId: historyOf(messages) };
  });
}

export function getMessage(call: GmailCall): unknown {
  const message = knownMessage(call, call.path[0]);
  return messageJson(call.mailbox, message, renderOptions(call, message));
}

export function getThread(call: GmailCall): unknown {
  const [id = ''] = call.path;
  requireId(id);
  const messages = call.mailbox.thread(id);
  if (!messages) throw notFound();
  if (call.query.get('format')?.toLowerCase() === 'raw') throw invalidArgument('Invalid value for format: raw');
  return {
    id,
    historyId: historyOf(messages),
    messages: messages.map((message) => messageJson(call.mailbox, message, renderOptions(call, message))),
  };
}

export function getAttachment(call: GmailCall): unknown {
  const [messageId, attachmentId = ''] = call.path;
  const message = knownMessage(call, messageId);
  const named = call.attachmentIds.read(attachmentId);
  if (named?.messageId !== message.id) throw invalidArgument('Invalid attachment token');
  const part = [...walk(call.mailbox.parsed(message))].find(({ partId }) => partId === named.partId);
  if (!part) throw notFound();
  const bytes = part.bytes();
  return { size: bytes.length, data: bytes.toString('base64url') };
}

function listPage(
  call: GmailCall,
  name: 'messages' | 'threads',
  test: Test,
  row: (message: StoredMessage) => unknown,
): unknown {
  const most = readMaxResults(call);
  const position = readPage(call, name);
  const found: StoredMessage[] = [];
  for (const message of call.mailbox.newestFirst(typeof position === 'object' ? position : undefined)) {
    if (test(message)) found.push(message);
    // One more than is shown tells whether there is a next page.
    if (found.length > most) break;
  }
  const page = found.slice(0, most);
  const last = page.at(-1);
  return {
    ...(page.length > 0 ? { [name]: page.map(row) } : {}),
    ...(found.length > most && last
      ? { nextPageToken: issuePage(call, name, { id: last.id, internalDate: last.internalDate }) }
      : {}),
    // No count: Gmail says 201 as soon as there is more than it has looked at.
    resultSizeEstimate: found.length > most ? 201 : page.length,
  };
}

function readFilter(call: GmailCall): Test {
  const { query, mailbox, metadataOnly } = call;
  const q = query.get('q');
  if (q !== null && metadataOnly) {
    throw new ApiProblem({ reason: 'forbidden', message: "Metadata scope does not support 'q' parameter" });
  }
  const labelIds = query.getAll('labelIds');
  for (const id of labelIds) if (!mailbox.labels.get(id)) throw invalidArgument(`Invalid label: ${id}`);
  const { test, asksFor } = mailbox.matcher(q ?? '');
  const all = query.get('includeSpamTrash') === 'true';
  const spam = all || asksFor.spam || labelIds.includes('SPAM');
  const trash = all || asksFor.trash || labelIds.includes('TRASH');
  return (message) =>
    (spam || !message.labelIds.has('SPAM')) &&
    (trash || !message.labelIds.has('TRASH')) &&
    labelIds.every((id) => message.labelIds.has(id)) &&
    test(message);
}

function historyOf(messages: readonly StoredMessage[]): string {
  return String(messages.map(({ historyId }) => historyId).reduce(later, 0n));
}

// Math.max takes no bigint.
function later(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}

function requireId(id: string): void {
  if (!/^[0-9a-f]{1,16}$/.test(id)) throw invalidArgument('Invalid id value');
}

function knownMessage(call: GmailCall, id = ''): StoredMessage {
  requireId(id);
  const message = call.mailbox.get(id);
  if (!message) throw notFound();
  return message;
}

const formats: readonly string[] = ['full', 'metadata', 'minimal', 'raw'] satisfies Format[];

function renderOptions({ query, metadataOnly, attachmentIds }: GmailCall, message: StoredMessage): RenderOptions {
  const format = (query.get('format') ?? 'full').toLowerCase();
  if (!formats.includes(format)) throw invalidArgument(`Invalid value at 'format': ${format}`);
  if (metadataOnly && (format === 'full' || format === 'raw')) {
    const reason = `Metadata scope doesn't allow format ${format.toUpperCase()}`;
    throw new ApiProblem({ reason: 'forbidden', message: reason });
  }
  return {
    format: format as Format,
    metadataHeaders: query.getAll('metadataHeaders'),
    attachmentId: (partId) => attachmentIds.issue({ messageId: message.id, partId }),
  };
}
