// The texts of messages, column by column, as they are asked for: inflated from where they lie, in the form in which words
// are compared. Keeps those of the newest: whoever types reads them again with every letter.
import type { Address, Attachment } from '../contract/model.ts';
import { indexWords, plain } from '../search/index-words.ts';
import { inflateBody } from './body.ts';
import type { ReadDb } from './db.ts';
import type { Column } from './find-words.ts';
import { headersNamed, listHeaders } from './headers.ts';
import { createNewestKept } from './newest-kept.ts';
import { mostIndexed, searchableName, wholeAddresses, written } from './save-words.ts';
import type { Delta } from './touched.ts';

/** Of one message. */
export interface MessageTexts {
  /** `plain`. */
  readonly text: (column: Column) => string;
  readonly words: (column: Column) => readonly string[];
}

export interface Texts {
  /** Undefined where the message has gone, or is not here yet. */
  readonly of: (key: number) => MessageTexts | undefined;
  readonly changed: (delta: Delta) => void;
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

/** A few megabytes, for some hundreds of messages. */
const mostCharacters = 2_000_000;
/** What a message takes besides its texts. */
const besides = 1_000;

function readerOf(db: ReadDb, stored: Stored): (column: Column) => string {
  // Most of a message, and often enough what comes before it will do.
  const body = () => {
    const row = db.get<{ body: Uint8Array }>('SELECT body FROM content WHERE number = ?', stored.content);
    return row ? inflateBody(row.body) : { headers: [], text: '' };
  };
  const addresses = () => JSON.parse(stored.addresses) as Addresses;
  return (column) => {
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
}

export function createTexts(db: ReadDb): Texts {
  const kept = createNewestKept<MessageTexts>(mostCharacters);
  /** Of one text only: all of them would take more room than the texts. */
  let lastWords: { readonly text: string; readonly words: readonly string[] } | undefined;

  const wordsIn = (text: string): readonly string[] => {
    if (lastWords?.text !== text) lastWords = { text, words: indexWords(text) };
    return lastWords.words;
  };

  const textsOf = (key: number, stored: Stored): MessageTexts => {
    const read = readerOf(db, stored);
    const known = new Map<Column, string>();
    let characters = besides + stored.addresses.length + stored.attachments.length;
    const text = (column: Column) => {
      const before = known.get(column);
      if (before !== undefined) return before;
      const now = plain(read(column).slice(0, mostIndexed));
      known.set(column, now);
      characters += now.length;
      kept.keep(key, texts, characters);
      return now;
    };
    const texts: MessageTexts = { text, words: (column) => wordsIn(text(column)) };
    return texts;
  };

  return {
    of: (key) => {
      const before = kept.get(key);
      if (before) return before;
      const stored = db.get<Stored>(
        `SELECT subject, addresses, attachments, content.number AS content
           FROM message JOIN content ON content.number = message.content WHERE message.key = ?`,
        key,
      );
      return stored && textsOf(key, stored);
    },
    changed: ({ put, gone }) => {
      const touched = new Set([...put, ...gone]);
      kept.forget((key) => touched.has(key));
    },
  };
}
