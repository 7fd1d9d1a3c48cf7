// Which conversation a message belongs to: by References and In-Reply-To where the subject agrees, by a reply's subject
// where it names no parent. Knows neither storage nor JSON.
import { bareMessageId } from './document.ts';
import { allHeaders, decodeHeader, firstHeader, type Header } from './mime-headers.ts';

interface Kinship {
  readonly messageId: string;
  readonly references: readonly string[];
  readonly subject: string;
  readonly isReply: boolean;
}

// Gmail breaks a conversation off after a hundred messages.
const longest = 100;

export class Threading {
  /** Message-ID, own or referred to, with the subject, to thread. */
  readonly #byReference = new Map<string, string>();
  readonly #bySubject = new Map<string, string>();
  readonly #sizes = new Map<string, number>();

  /** The thread that the message joins, or `fresh` where it begins one. */
  place(headers: readonly Header[], fresh: string): string {
    const kin = kinshipOf(headers);
    const related = [...kin.references, kin.messageId].filter(Boolean);
    const known = related.map((id) => this.#byReference.get(key(id, kin))).find((thread) => thread !== undefined);
    const bySubject = kin.isReply && kin.references.length === 0 ? this.#bySubject.get(kin.subject) : undefined;
    const found = known ?? bySubject;
    const thread = found !== undefined && (this.#sizes.get(found) ?? 0) < longest ? found : fresh;
    this.#note(kin, related, thread);
    return thread;
  }

  /** Told where the caller chose the thread. */
  join(headers: readonly Header[], thread: string): void {
    const kin = kinshipOf(headers);
    this.#note(kin, [...kin.references, kin.messageId].filter(Boolean), thread);
  }

  #note(kin: Kinship, related: readonly string[], thread: string): void {
    for (const id of related) this.#byReference.set(key(id, kin), thread);
    if (kin.subject !== '') this.#bySubject.set(kin.subject, thread);
    this.#sizes.set(thread, (this.#sizes.get(thread) ?? 0) + 1);
  }
}

function key(id: string, kin: Kinship): string {
  return `${id}\n${kin.subject}`;
}

function kinshipOf(headers: readonly Header[]): Kinship {
  const written = decodeHeader(firstHeader(headers, 'subject') ?? '');
  const subject = written.replace(/^(?:\s*(?:re|fwd?|aw|wg|sv|vs)(?:\[\d+\])?\s*:)+/i, '');
  const named = [...allHeaders(headers, 'references'), ...allHeaders(headers, 'in-reply-to')].join(' ');
  return {
    messageId: bareMessageId(firstHeader(headers, 'message-id') ?? ''),
    references: (named.match(/<[^<>\s]+>/g) ?? []).map(bareMessageId),
    subject: subject.replace(/\s+/g, ' ').trim().toLowerCase(),
    isReply: subject !== written,
  };
}
