// Gmail over HTTP: googleapis' own client behind the interface of api.ts. Every reply is checked here and nowhere else.
import type { gmail_v1, MethodOptions } from 'googleapis/build/src/apis/gmail/index.js';
import type * as z from 'zod/mini';
import { FailureError } from '../contract/failure.ts';
import type { CallOptions, GmailApi } from './api.ts';
import type { Method } from './costs.ts';
import type { Transport } from './transport.ts';
import { UnreadableReply } from './unreadable.ts';
import {
  wireAttachment,
  wireHistoryPage,
  wireLabel,
  wireLabelList,
  wireMessage,
  wireMessageList,
  wireProfile,
  wireThread,
} from './wire.ts';

export interface GmailClientOptions {
  /** googleapis' client, with OAuth2 client and root address set. Asked for at every call: kept by whoever gives it. */
  readonly connect: () => Promise<gmail_v1.Gmail>;
  /** Makes the call with a live access token, or ends with the signal's reason: see auth/session.ts. */
  readonly authorized: <T>(call: () => Promise<T>, signal?: AbortSignal) => Promise<T>;
  readonly transport: Transport;
  /** A call without a reply by then counts as offline. */
  readonly timeoutMs: number;
}

/** Everything else in a message is either derived from these or not read. */
const messageFields = 'id,threadId,labelIds,snippet,historyId,internalDate,sizeEstimate,payload';

/** A JSON object. The page of a captive portal comes as text, or as bytes. */
const isJson = (reply: unknown) =>
  typeof reply === 'object' && reply !== null && Object.getPrototypeOf(reply) === Object.prototype;

function checked<Schema extends z.ZodMiniType>(schema: Schema, reply: unknown): z.output<Schema> {
  if (!isJson(reply)) throw new FailureError({ kind: 'unexpected-reply' });
  try {
    return schema.parse(reply);
  } catch (cause) {
    // Also where a reply is nested so deep that checking it overflows the stack.
    throw new UnreadableReply({ cause });
  }
}

export function createGmailClient({ connect, authorized, transport, timeoutMs }: GmailClientOptions): GmailApi {
  const ask = <Schema extends z.ZodMiniType>(
    method: Method,
    schema: Schema,
    options: CallOptions,
    call: (gmail: gmail_v1.Gmail, options: MethodOptions) => Promise<{ data: unknown }>,
  ): Promise<z.output<Schema>> =>
    transport.run(method, options, async () => {
      const gmail = await connect();
      const { data } = await authorized(
        // The library's own retries know neither the quota nor Retry-After.
        () => call(gmail, { retry: false, timeout: timeoutMs, ...(options.signal && { signal: options.signal }) }),
        options.signal,
      );
      return checked(schema, data);
    });
  const me = { userId: 'me', prettyPrint: false };

  return {
    getProfile: (options) =>
      ask('getProfile', wireProfile, options, (gmail, how) => gmail.users.getProfile({ ...me }, how)),
    listLabels: async (options) =>
      (await ask('listLabels', wireLabelList, options, (gmail, how) => gmail.users.labels.list({ ...me }, how))).labels,
    getLabel: (id, options) =>
      ask('getLabel', wireLabel, options, (gmail, how) => gmail.users.labels.get({ ...me, id }, how)),
    listMessages: ({ labelIds, ...query }, options) =>
      ask('listMessages', wireMessageList, options, (gmail, how) =>
        gmail.users.messages.list({ ...me, ...query, ...(labelIds && { labelIds: [...labelIds] }) }, how),
      ),
    getMessage: (id, options) =>
      ask('getMessage', wireMessage, options, (gmail, how) =>
        gmail.users.messages.get({ ...me, id, format: 'full', fields: messageFields }, how),
      ),
    getAttachment: async (messageId, id, options) =>
      (
        await ask('getAttachment', wireAttachment, options, (gmail, how) =>
          gmail.users.messages.attachments.get({ ...me, messageId, id }, how),
        )
      ).data,
    getThread: (id, options) =>
      ask('getThread', wireThread, options, (gmail, how) =>
        gmail.users.threads.get({ ...me, id, format: 'full', fields: `id,messages(${messageFields})` }, how),
      ),
    listHistory: (query, options) =>
      ask('listHistory', wireHistoryPage, options, (gmail, how) =>
        gmail.users.history.list({ ...me, ...query, maxResults: 500 }, how),
      ),
  };
}
