// Gmail over HTTP: googleapis' own client behind the interface of api.ts. Every reply is checked here and nowhere else.
import type { gmail_v1, MethodOptions } from 'googleapis/build/src/apis/gmail/index.js';
import type * as z from 'zod/mini';
import type { FetchedMessage } from '../contract/body.ts';
import { FailureError } from '../contract/failure.ts';
import type { CallOptions, GmailApi } from './api.ts';
import { complete } from './complete.ts';
import type { Method } from './costs.ts';
import type { FoundPart } from './part-bytes.ts';
import type { Reader } from './reader.ts';
import type { Reading, ReadingQuestion } from './reading.ts';
import type { Transport } from './transport.ts';
import { UnreadableReply } from './unreadable.ts';
import {
  wireAttachment,
  wireHistoryPage,
  wireLabel,
  wireLabelList,
  wireMessageList,
  wireProfile,
  wireSendAsList,
} from './wire.ts';

export interface GmailClientOptions {
  /** googleapis' client, with OAuth2 client and root address set. Asked for at every call: kept by whoever gives it. */
  readonly connect: () => Promise<gmail_v1.Gmail>;
  /** Makes the call with a live access token, or ends with the signal's reason: see auth/session.ts. */
  readonly authorized: <T>(call: () => Promise<T>, signal?: AbortSignal) => Promise<T>;
  readonly transport: Transport;
  readonly reader: Reader;
  readonly rates: GmailApi['rates'];
  /** A message was kept without some of its fields, which were not as Gmail documents them. */
  readonly onMalformed: (id: string) => void;
  /** So many entries of a list were left out, which were not as Gmail documents them. */
  readonly onLeftOut: (entries: number) => void;
  /** A call without a reply by then counts as offline. */
  readonly timeoutMs: number;
}

/** Everything else in a message is either derived from these or not read. */
const messageFields = 'id,threadId,labelIds,snippet,historyId,internalDate,sizeEstimate,payload';

/** A JSON object. The page of a captive portal comes as text, or as bytes. */
const isJson = (reply: unknown) =>
  typeof reply === 'object' && reply !== null && Object.getPrototypeOf(reply) === Object.prototype;

function bytesOf(found: FoundPart): Uint8Array {
  if (found.state === 'bytes') return found.bytes;
  throw new UnreadableReply({});
}

function checked<Schema extends z.ZodMiniType>(schema: Schema, reply: unknown): z.output<Schema> {
  if (!isJson(reply)) throw new FailureError({ kind: 'unexpected-reply' });
  try {
    return schema.parse(reply);
  } catch (cause) {
    // Also where a reply is nested so deep that checking it overflows the stack.
    throw new UnreadableReply({ cause });
  }
}

/** Raw messages and files take longer: so many times as long. */
const patienceForBytes = 10;

type Call = (gmail: gmail_v1.Gmail, options: MethodOptions) => Promise<{ data: unknown }>;

export function createGmailClient(client: GmailClientOptions): GmailApi {
  const { connect, authorized, transport, reader, timeoutMs } = client;
  const send = <Reply>(method: Method, options: CallOptions, call: Call, take: (data: unknown) => Reply) =>
    transport.run(method, options, async () => {
      const gmail = await connect();
      const { data } = await authorized(
        // The library's own retries know neither the quota nor Retry-After.
        () => call(gmail, { retry: false, timeout: timeoutMs, ...(options.signal && { signal: options.signal }) }),
        options.signal,
      );
      return take(data);
    });
  const ask = <Schema extends z.ZodMiniType>(
    method: Method,
    schema: Schema,
    options: CallOptions,
    call: Call,
  ): Promise<z.output<Schema>> => send(method, options, call, (data) => checked(schema, data));
  const noted = <Reply extends { readonly leftOut: number }>(reply: Reply): Reply => {
    if (reply.leftOut > 0) client.onLeftOut(reply.leftOut);
    return reply;
  };
  const me = { userId: 'me', prettyPrint: false };

  /** The reply as it came, to be taken apart in the reader's thread. */
  const askForBytes = (method: Method, options: CallOptions, call: Call): Promise<ArrayBuffer> =>
    send(
      method,
      options,
      (gmail, how) => call(gmail, { ...how, responseType: 'arraybuffer' }),
      (data) => {
        // No content at all comes as a text.
        if (data instanceof ArrayBuffer) return data;
        throw new FailureError({ kind: 'unexpected-reply' });
      },
    );

  const askForMessages = async (
    method: 'getMessage' | 'getThread',
    options: CallOptions,
    question: (bytes: ArrayBuffer) => ReadingQuestion,
    call: Call,
  ): Promise<readonly Reading[]> => {
    const readings = await reader.read(question(await askForBytes(method, options, call)));
    for (const { message } of readings) if (message.malformed) client.onMalformed(message.id);
    return readings;
  };

  const getFull =
    (id: string): Call =>
    (gmail, how) =>
      gmail.users.messages.get({ ...me, id, format: 'full', fields: messageFields }, how);

  const getReading = async (id: string, whole: boolean, options: CallOptions): Promise<Reading> => {
    const [reading] = await askForMessages(
      'getMessage',
      options,
      (bytes) => ({ kind: 'message', id, bytes, whole }),
      getFull(id),
    );
    if (!reading) throw new UnreadableReply({});
    return reading;
  };

  const getAttachment: GmailApi['getAttachment'] = async (messageId, id, options) =>
    (
      await ask('getAttachment', wireAttachment, options, (gmail, how) =>
        gmail.users.messages.attachments.get({ ...me, messageId, id }, how),
      )
    ).data;

  const completed = (reading: Reading, whole: boolean, options: CallOptions): Promise<FetchedMessage> =>
    complete(reading, {
      reader,
      whole,
      fetchBody: (messageId, attachmentId) => getAttachment(messageId, attachmentId, options),
      fetchAgain: (id) => getReading(id, whole, options),
    });

  const patiently =
    (call: Call): Call =>
    (gmail, how) =>
      call(gmail, { ...how, timeout: timeoutMs * patienceForBytes });

  const getRaw = async (id: string, partId: string | null, options: CallOptions): Promise<FoundPart> => {
    const bytes = await askForBytes(
      'getMessage',
      options,
      patiently((gmail, how) => gmail.users.messages.get({ ...me, id, format: 'raw', fields: 'id,raw' }, how)),
    );
    return reader.find({ kind: 'raw', bytes, partId });
  };

  /** Attachment ids go stale, so the message is asked for one. */
  const getPart = async (messageId: string, partId: string, options: CallOptions): Promise<FoundPart> => {
    const found = await reader.find({
      kind: 'part',
      bytes: await askForBytes('getMessage', options, getFull(messageId)),
      partId,
    });
    if (found.state === 'in-raw') return getRaw(messageId, partId, options);
    if (found.state === 'bytes') return found;
    const bytes = await askForBytes(
      'getAttachment',
      options,
      patiently((gmail, how) =>
        gmail.users.messages.attachments.get({ ...me, messageId, id: found.attachmentId, fields: 'data' }, how),
      ),
    );
    return reader.find({ kind: 'attachment', bytes });
  };

  return {
    getProfile: (options) =>
      ask('getProfile', wireProfile, options, (gmail, how) => gmail.users.getProfile({ ...me }, how)),
    listLabels: async (options) =>
      noted(await ask('listLabels', wireLabelList, options, (gmail, how) => gmail.users.labels.list({ ...me }, how)))
        .labels,
    getLabel: (id, options) =>
      ask('getLabel', wireLabel, options, (gmail, how) => gmail.users.labels.get({ ...me, id }, how)),
    listMessages: async ({ labelIds, ...query }, options) =>
      noted(
        await ask('listMessages', wireMessageList, options, (gmail, how) =>
          gmail.users.messages.list({ ...me, ...query, ...(labelIds && { labelIds: [...labelIds] }) }, how),
        ),
      ),
    getMessage: async (id, options) => completed(await getReading(id, false, options), false, options),
    getWhole: async (id, options) => completed(await getReading(id, true, options), true, options),
    getAttachment,
    getPart: async (messageId, partId, options) => bytesOf(await getPart(messageId, partId, options)),
    getRaw: async (id, options) => bytesOf(await getRaw(id, null, options)),
    getThread: async (id, options) => {
      const readings = await askForMessages(
        'getThread',
        options,
        (bytes) => ({ kind: 'thread', bytes }),
        (gmail, how) =>
          gmail.users.threads.get({ ...me, id, format: 'full', fields: `id,messages(${messageFields})` }, how),
      );
      const messages: FetchedMessage[] = [];
      for (const reading of readings) messages.push(await completed(reading, false, options));
      return messages;
    },
    listSendAs: async (options) =>
      noted(
        await ask('listSendAs', wireSendAsList, options, (gmail, how) =>
          gmail.users.settings.sendAs.list({ ...me }, how),
        ),
      ).sendAs,
    listHistory: async (query, options) =>
      noted(
        await ask('listHistory', wireHistoryPage, options, (gmail, how) =>
          gmail.users.history.list({ ...me, ...query, maxResults: 500 }, how),
        ),
      ),
    rates: client.rates,
  };
}
