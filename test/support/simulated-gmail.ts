// Gmail without a network: the client's own calls, answered in this process from a plan of messages, counted and refused by
// the fake Google's quota. Hours pass in seconds.
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import type { Label } from '../../electron/contract/model.ts';
import type { GmailMethod } from '../google/costs.ts';
import type { Quota } from '../google/quota.ts';

export interface PlannedMessage {
  readonly id: string;
  readonly threadId: string;
  readonly labelIds: readonly string[];
  readonly receivedAt: number;
}

export interface SimulatedGmailOptions {
  /** Newest first. */
  readonly messages: readonly PlannedMessage[];
  readonly labels: readonly Label[];
  readonly quota: Quota;
  readonly latencyMs: number;
  readonly sleep: (ms: number) => Promise<void>;
  /** The message as Gmail's JSON; a short text unless given. */
  readonly wire?: (message: PlannedMessage) => unknown;
  readonly onCall?: (method: GmailMethod) => void;
}

export interface SimulatedGmail {
  readonly gmail: gmail_v1.Gmail;
  readonly refusals: () => number;
  readonly units: (method: GmailMethod) => number;
}

interface Parameters {
  readonly id?: string;
  readonly labelIds?: readonly string[];
  readonly maxResults?: number;
  readonly pageToken?: string;
}

const body = Buffer.from('A few words of no interest.').toString('base64url');

const shortWire = ({ id, threadId, labelIds, receivedAt }: PlannedMessage) => ({
  id,
  threadId,
  labelIds,
  snippet: 'A few words',
  internalDate: String(receivedAt),
  sizeEstimate: 500,
  payload: { mimeType: 'text/plain', headers: [{ name: 'Subject', value: 'Words' }], body: { size: 27, data: body } },
});

/** Gmail lists its categories, and does not show them among the labels. */
const labelOf = ({ id, name, type }: Label) => ({
  id,
  name,
  type,
  labelListVisibility: id.startsWith('CATEGORY_') ? 'labelHide' : 'labelShow',
});

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).buffer;

function group<Key, Value>(values: readonly Value[], keysOf: (value: Value) => readonly Key[]): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values)
    for (const key of keysOf(value)) {
      const found = groups.get(key);
      if (found) found.push(value);
      else groups.set(key, [value]);
    }
  return groups;
}

export function simulatedGmail(options: SimulatedGmailOptions): SimulatedGmail {
  const { messages, labels, quota, latencyMs, sleep, wire = shortWire } = options;
  const byId = new Map(messages.map((message) => [message.id, message]));
  const byLabel = group(messages, ({ labelIds }) => labelIds);
  const byThread = group(messages, ({ threadId }) => [threadId]);
  const spent = new Map<GmailMethod, number>();
  let refusals = 0;

  const refusal = (why: string, retryAt: number | undefined, isBytes: boolean) => {
    refusals++;
    const message =
      why === 'concurrency'
        ? 'Too many concurrent requests for user'
        : `Rate limit exceeded. Retry after ${new Date(retryAt ?? 0).toISOString()}`;
    const error = { error: { message, errors: [{ reason: 'rateLimitExceeded' }] } };
    const data = isBytes ? bytes(error) : error;
    return Object.assign(new Error(), { response: { status: why === 'concurrency' ? 429 : 403, data } });
  };

  const call =
    (method: GmailMethod, reply: (parameters: Parameters) => unknown, isBytes = false) =>
    async (parameters: Parameters) => {
      options.onCall?.(method);
      const admission = quota.admit('user', method);
      if (!admission.admitted) {
        const refused = admission.refusal;
        await sleep(latencyMs);
        throw refusal(refused.why, refused.why === 'rate' ? refused.retryAt : undefined, isBytes);
      }
      spent.set(method, (spent.get(method) ?? 0) + admission.units);
      try {
        await sleep(latencyMs);
        const data = reply(parameters);
        return { data: isBytes ? bytes(data) : data };
      } finally {
        admission.leave();
      }
    };

  const list = ({ labelIds = [], maxResults = 100, pageToken = '0' }: Parameters) => {
    const [labelId] = labelIds;
    const all = labelId === undefined ? messages : (byLabel.get(labelId) ?? []);
    const start = Number(pageToken);
    const page = all.slice(start, start + maxResults);
    return {
      messages: page.map(({ id, threadId }) => ({ id, threadId })),
      ...(start + maxResults < all.length && { nextPageToken: String(start + maxResults) }),
    };
  };
  const label = ({ id = '' }: Parameters) => {
    const own = byLabel.get(id) ?? [];
    const unread = own.filter(({ labelIds }) => labelIds.includes('UNREAD'));
    const threads = (some: readonly PlannedMessage[]) => new Set(some.map(({ threadId }) => threadId)).size;
    return {
      ...labels.filter((one) => one.id === id).map(labelOf)[0],
      messagesTotal: own.length,
      messagesUnread: unread.length,
      threadsTotal: threads(own),
      threadsUnread: threads(unread),
    };
  };
  const users = {
    getProfile: call('users.getProfile', () => ({
      emailAddress: 'ada@example.org',
      messagesTotal: messages.length,
      historyId: '1',
    })),
    labels: {
      list: call('labels.list', () => ({ labels: labels.map(labelOf) })),
      get: call('labels.get', label),
    },
    messages: {
      list: call('messages.list', list),
      get: call('messages.get', ({ id = '' }) => wire(byId.get(id) as PlannedMessage), true),
    },
    threads: {
      get: call('threads.get', ({ id = '' }) => ({ messages: byThread.get(id)?.toReversed().map(wire) }), true),
    },
    history: { list: call('history.list', () => ({ historyId: '1' })) },
  };
  return {
    // Of googleapis' client what Porthole asks of it.
    gmail: { users } as unknown as gmail_v1.Gmail,
    refusals: () => refusals,
    units: (method) => spent.get(method) ?? 0,
  };
}
