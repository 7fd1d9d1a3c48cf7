// Replies about messages, read: bytes of Gmail's JSON to messages of ours. Runs in a thread of its own (reading-worker.ts),
// because reading a message takes longer than a frame may wait. So are the bytes of its parts. Asks nobody anything.
import type { FetchedMessage } from '../contract/body.ts';
import { cutDeepParts } from './depth.ts';
import { bodiesToFetch } from './mime.ts';
import { type FoundPart, findPart, readAttachment, readRaw } from './part-bytes.ts';
import { readWhole, textsToFetch } from './whole-message.ts';
import { lenientMessage, type WireMessage, wireMessage, wireThread } from './wire.ts';

export interface Reading {
  readonly message: FetchedMessage;
  /** Texts that Gmail left out because they are large, and what it takes to read the message again with them. */
  readonly lacking: readonly { readonly partId: string; readonly attachmentId: string }[];
  readonly wire: WireMessage | null;
}

export type ReadingQuestion =
  /** `whole`: with the texts that only somebody who looks at it needs. */
  | { readonly kind: 'message'; readonly id: string; readonly bytes: ArrayBuffer; readonly whole: boolean }
  /** Those of its messages that can't be read are left out. */
  | { readonly kind: 'thread'; readonly bytes: ArrayBuffer }
  /** `bodies` by part id. */
  | {
      readonly kind: 'again';
      readonly wire: WireMessage;
      readonly bodies: ReadonlyMap<string, string>;
      readonly whole: boolean;
    };

export type PartQuestion =
  /** Where a part of the message is to be had. */
  | { readonly kind: 'part'; readonly bytes: ArrayBuffer; readonly partId: string }
  | { readonly kind: 'attachment'; readonly bytes: ArrayBuffer }
  /** `partId` null: the whole message. */
  | { readonly kind: 'raw'; readonly bytes: ArrayBuffer; readonly partId: string | null };

export type Question = ReadingQuestion | PartQuestion;

export type Answer =
  | { readonly state: 'read'; readonly readings: readonly Reading[] }
  | { readonly state: 'found'; readonly part: FoundPart }
  /** The message has no such part. */
  | { readonly state: 'gone' }
  /** No JSON object: a captive portal, a proxy. */
  | { readonly state: 'stranger' }
  | { readonly state: 'unreadable' };

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** A message with a field that is wrong is kept with the others. */
function check(reply: unknown): { readonly wire: WireMessage; readonly malformed?: true } | undefined {
  cutDeepParts(reply);
  const strict = wireMessage.safeParse(reply);
  if (strict.success) return { wire: strict.data };
  const lenient = lenientMessage.safeParse(reply);
  return lenient.success ? { wire: lenient.data, malformed: true } : undefined;
}

function readOne(reply: unknown, whole = false): Reading | undefined {
  const checked = check(reply);
  if (!checked) return undefined;
  const { wire, malformed } = checked;
  const lacking = whole ? textsToFetch(wire) : bodiesToFetch(wire);
  const message: FetchedMessage = { ...readWhole(wire), ...(malformed && { malformed }) };
  return { message, lacking, wire: lacking.length > 0 ? wire : null };
}

function readEach(replies: readonly unknown[]): Reading[] {
  return replies.flatMap((reply) => {
    try {
      return readOne(reply) ?? [];
    } catch {
      return []; // a bug: it shows, with its stack, where the message is asked for alone
    }
  });
}

function findIn(reply: unknown, question: PartQuestion): FoundPart | undefined {
  if (question.kind === 'attachment') return readAttachment(reply);
  return question.kind === 'raw' ? readRaw(reply, question.partId) : findPart(reply, question.partId);
}

function answerPart(reply: unknown, question: PartQuestion): Answer {
  try {
    const part = findIn(reply, question);
    return part ? { state: 'found', part } : { state: 'gone' };
  } catch {
    return { state: 'unreadable' };
  }
}

export function answer(question: Question): Answer {
  if (question.kind === 'again') {
    const { wire, bodies, whole } = question;
    const message = readWhole(wire, { fetched: bodies, isLast: whole });
    return { state: 'read', readings: [{ message, lacking: [], wire: null }] };
  }
  const reply = parsed(question.bytes);
  if (!isObject(reply)) return { state: 'stranger' };
  if (question.kind === 'thread') {
    const thread = wireThread.safeParse(reply);
    return thread.success ? { state: 'read', readings: readEach(thread.data.messages) } : { state: 'unreadable' };
  }
  if (question.kind !== 'message') return answerPart(reply, question);
  const reading = readOne(reply, question.whole);
  return reading?.message.id === question.id ? { state: 'read', readings: [reading] } : { state: 'unreadable' };
}
