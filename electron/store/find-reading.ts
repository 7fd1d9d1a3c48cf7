// Answers from the texts themselves what is asked of words: what the index can't tell, or would take too long to.
import type { Address, Attachment, Header } from '../contract/model.ts';
import { indexWords, plain, standsIn } from '../search/index-words.ts';
import { inflateBody } from './body.ts';
import type { ReadDb } from './db.ts';
import type { Asked, Column } from './find-words.ts';
import { headersNamed, listHeaders } from './headers.ts';
import { mostIndexed, searchableName, wholeAddresses, written } from './save-words.ts';

/** One message, column by column, as it is asked for. */
export interface MessageTexts {
  /** `plain`. */
  readonly text: (column: Column) => string;
  readonly words: (column: Column) => readonly string[];
}

interface Stored {
  readonly subject: string;
  readonly addresses: string;
  readonly attachments: string;
  readonly content: number;
}

type Addresses = Readonly<Record<'from' | 'to' | 'cc' | 'bcc', readonly Address[]>>;

const addressColumns: Readonly<Partial<Record<Column, keyof Addresses>>> = {
  from_: 'from',
  to_: 'to',
  cc: 'cc',
  bcc: 'bcc',
};

/** Undefined where the message has gone, or is not here yet. */
export function textsOf(db: ReadDb, key: number): MessageTexts | undefined {
  const stored = db.get<Stored>(
    `SELECT subject, addresses, attachments, content.number AS content
       FROM message JOIN content ON content.number = message.content WHERE message.key = ?`,
    key,
  );
  if (!stored) return undefined;
  const texts = new Map<Column, string>();
  const known = new Map<Column, readonly string[]>();
  let inflated: { readonly headers: readonly Header[]; readonly text: string } | undefined;
  const body = () => {
    // Most of a message, and often enough what comes before it will do.
    const row = inflated
      ? undefined
      : db.get<{ body: Uint8Array }>('SELECT body FROM content WHERE number = ?', stored.content);
    inflated ??= row ? inflateBody(row.body) : { headers: [], text: '' };
    return inflated;
  };
  const addresses = () => JSON.parse(stored.addresses) as Addresses;
  const textOf = (column: Column): string => {
    const role = addressColumns[column];
    if (role) return written(addresses()[role]);
    switch (column) {
      case 'subject':
        return stored.subject;
      case 'filenames':
        return (JSON.parse(stored.attachments) as Attachment[]).map((one) => searchableName(one.filename)).join(' , ');
      case 'list':
        return headersNamed(body().headers, listHeaders).join(' , ');
      case 'addresses':
        return wholeAddresses({ ...addresses(), headers: body().headers });
      default:
        return body().text;
    }
  };
  const text = (column: Column) => {
    const read = texts.get(column) ?? plain(textOf(column).slice(0, mostIndexed));
    texts.set(column, read);
    return read;
  };
  const words = (column: Column) => {
    const read = known.get(column) ?? indexWords(text(column));
    known.set(column, read);
    return read;
  };
  return { text, words };
}

/** Where a sequence of words begins. */
function positions(text: readonly string[], sequence: readonly string[], beginning = false): number[] {
  const last = sequence.length - 1;
  const stands = (at: number) =>
    sequence.every((word, index) => {
      const there = text[at + index];
      return beginning && index === last ? there?.startsWith(word) : there === word;
    });
  return last < 0 ? [] : text.flatMap((_, at) => (stands(at) ? [at] : []));
}

const wanted = (sequence: readonly string[]) => indexWords(sequence.join(' '));

const bodyLast = (columns: readonly Column[]) =>
  columns.includes('body') ? [...columns.filter((column) => column !== 'body'), 'body' as const] : columns;

/** What is asked, made ready to be held against many messages. */
export function matcherOf(asked: Asked): (texts: MessageTexts) => boolean {
  switch (asked.kind) {
    case 'any': {
      const matchers = asked.of.map(matcherOf);
      return (texts) => matchers.some((matches) => matches(texts));
    }
    case 'inside': {
      const part = plain(asked.part);
      const columns = bodyLast(asked.columns);
      return (texts) =>
        columns.some(
          (column) =>
            standsIn(texts.text(column), part, 'inside') ?? texts.words(column).some((word) => word.includes(part)),
        );
    }
    case 'words': {
      const { beginning } = asked;
      const columns = bodyLast(asked.columns);
      const sequence = wanted(asked.words);
      const [first = '', ...others] = sequence;
      const stands = ({ text, words: read }: MessageTexts, column: Column): boolean => {
        const alone = beginning && others.length === 0 ? standsIn(text(column), first, 'beginning') : undefined;
        if (alone !== undefined) return alone;
        return (
          sequence.every((word) => text(column).includes(word)) &&
          positions(read(column), sequence, beginning).length > 0
        );
      };
      return (texts) => columns.some((column) => stands(texts, column));
    }
    case 'near': {
      const { columns, within, ordered } = asked;
      const [left, right] = [wanted(asked.left), wanted(asked.right)];
      const close = (a: number, b: number) => {
        const gap = a <= b ? b - a - left.length : a - b - right.length;
        return gap <= within && (!ordered || a < b);
      };
      return (texts) =>
        columns.some((column) => {
          const ends = positions(texts.words(column), right);
          return ends.length > 0 && positions(texts.words(column), left).some((a) => ends.some((b) => close(a, b)));
        });
    }
  }
}
