// Replies about messages, read: bytes of Gmail's JSON to messages of ours. Runs in a thread of its own (reading-worker.ts),
// because reading a message takes longer than a frame may wait. Asks nobody anything.
import type { Message } from '../contract/model.ts';
import { bodiesToFetch, readMessage } from './mime.ts';
import { lenientMessage, type WireMessage, wireMessage, wireThread } from './wire.ts';

export interface Reading {
  readonly message: Message;
  /** Some fields were not as Gmail documents them, and were left out. */
  readonly malformed: boolean;
  /** Texts that Gmail left out because they are large, and what it takes to read the message again with them. */
  readonly lacking: readonly { readonly partId: string; readonly attachmentId: string }[];
  readonly wire: WireMessage | null;
}

export type Question =
  | { readonly kind: 'message'; readonly id: string; readonly bytes: ArrayBuffer }
  /** Those of its messages that can't be read are left out. */
  | { readonly kind: 'thread'; readonly bytes: ArrayBuffer }
  /** `bodies` by part id. */
  | { readonly kind: 'again'; readonly wire: WireMessage; readonly bodies: ReadonlyMap<string, string> };

export type Answer =
  | { readonly state: 'read'; readonly readings: readonly Reading[] }
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
function check(reply: unknown): { readonly wire: WireMessage; readonly malformed: boolean } | undefined {
  try {
    const strict = wireMessage.safeParse(reply);
    if (strict.success) return { wire: strict.data, malformed: false };
    const lenient = lenientMessage.safeParse(reply);
    return lenient.success ? { wire: lenient.data, malformed: true } : undefined;
  } catch {
    return undefined; // nested so deep that checking it overflows the stack
  }
}

function readOne(reply: unknown): Reading | undefined {
  const checked = check(reply);
  if (!checked) return undefined;
  const { wire, malformed } = checked;
  const lacking = bodiesToFetch(wire);
  return { message: readMessage(wire), malformed, lacking, wire: lacking.length > 0 ? wire : null };
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

export function answer(question: Question): Answer {
  if (question.kind === 'again') {
    const { wire, bodies } = question;
    const reading = { message: readMessage(wire, bodies), malformed: false, lacking: [], wire: null };
    return { state: 'read', readings: [reading] };
  }
  const reply = parsed(question.bytes);
  if (!isObject(reply)) return { state: 'stranger' };
  if (question.kind === 'thread') {
    const thread = wireThread.safeParse(reply);
    return thread.success ? { state: 'read', readings: readEach(thread.data.messages) } : { state: 'unreadable' };
  }
  const reading = readOne(reply);
  return reading?.message.id === question.id ? { state: 'read', readings: [reading] } : { state: 'unreadable' };
}
