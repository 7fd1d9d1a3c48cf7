// getProfile, labels, history, sendAs: everything of an account that is no message.
import { type GmailCall, invalidArgument, issuePage, notFound, readMaxResults, readPage } from './gmail-call.ts';
import type { Change, ChangeKind } from './history.ts';
import type { FakeLabel } from './labels.ts';

export function getProfile({ mailbox, user }: GmailCall): unknown {
  return {
    emailAddress: user.email,
    messagesTotal: mailbox.size,
    threadsTotal: mailbox.threadCount,
    historyId: String(mailbox.history.id),
  };
}

/** Without counts and colours: those come with `labels.get` only. */
export function listLabels({ mailbox }: GmailCall): unknown {
  return { labels: mailbox.labels.all().map(({ color: _, ...label }: FakeLabel) => label) };
}

export function getLabel({ mailbox, path }: GmailCall): unknown {
  const label = mailbox.labels.get(path[0] ?? '');
  if (!label) throw notFound();
  return { ...label, ...mailbox.counts(label.id) };
}

export function listSendAs({ user }: GmailCall): unknown {
  const primary = { sendAsEmail: user.email, displayName: user.name, replyToAddress: '', signature: '' };
  return {
    sendAs: [
      { ...primary, isPrimary: true, isDefault: true },
      ...user.aliases.map((sendAsEmail) => ({
        sendAsEmail,
        displayName: user.name,
        replyToAddress: '',
        signature: '',
        treatAsAlias: true,
        verificationStatus: 'accepted',
      })),
    ],
  };
}

const kinds = ['messageAdded', 'messageDeleted', 'labelAdded', 'labelRemoved'] satisfies ChangeKind[];

export function listHistory(call: GmailCall): unknown {
  const { query, mailbox } = call;
  const start = query.get('startHistoryId') ?? '';
  if (!/^\d{1,20}$/.test(start)) throw invalidArgument('Invalid startHistoryId');
  const types = query.getAll('historyTypes');
  const unknown = types.find((type) => !kinds.some((kind) => kind === type));
  if (unknown !== undefined) throw invalidArgument(`Invalid value at 'history_types': ${unknown}`);
  const labelId = query.get('labelId');
  const most = readMaxResults(call);
  const page = readPage(call, 'history');
  const changes = mailbox.history.since(BigInt(start));
  if (!changes) throw notFound();
  const from = typeof page === 'number' ? page : 0;
  const wanted = changes
    .filter(({ kind }) => types.length === 0 || types.includes(kind))
    .filter(({ labelIds, changed }) => labelId === null || labelIds.includes(labelId) || changed.includes(labelId));
  const records = wanted.slice(from, from + most).map(record);
  return {
    ...(records.length > 0 ? { history: records } : {}),
    ...(wanted.length > from + most ? { nextPageToken: issuePage(call, 'history', from + most) } : {}),
    historyId: String(mailbox.history.id),
  };
}

const arrays: Readonly<Record<ChangeKind, string>> = {
  messageAdded: 'messagesAdded',
  messageDeleted: 'messagesDeleted',
  labelAdded: 'labelsAdded',
  labelRemoved: 'labelsRemoved',
};

function record({ id, kind, messageId, threadId, labelIds, changed }: Change): unknown {
  const reference = { id: messageId, threadId };
  const message = { ...reference, ...(labelIds.length > 0 ? { labelIds } : {}) };
  return {
    id: String(id),
    messages: [reference],
    [arrays[kind]]: [{ message, ...(changed.length > 0 ? { labelIds: changed } : {}) }],
  };
}
