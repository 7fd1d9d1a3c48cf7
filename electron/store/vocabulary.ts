// The words of the index, for what is looked for by a part of a word or by its beginning: one long text, which V8 searches
// faster than anybody else could. Read piece by piece while nobody asks for anything, and again when mail has come since.
import { plain } from '../search/index-words.ts';
import type { ReadDb } from './db.ts';
import { type Column, indexColumns } from './find-words.ts';
import type { Delta } from './touched.ts';

/** One row for each word and column: sqlite.org/fts5.html, section 5. */
export const vocabularyTable = "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab ('main', 'words', 'col');";

export interface Vocabulary {
  /** Those with this part in them. Reads all of them first where nobody has. */
  readonly wordsWith: (part: string) => readonly string[];
  /** Those that begin so and stand in any of the columns. Undefined while nobody has read them, where too much has come
   *  since, and for a single letter, with which too many begin. */
  readonly wordsBeginning: (beginning: string, columns: readonly Column[]) => Beginning | undefined;
  /** There may be others by now. */
  readonly changed: (delta: Pick<Delta, 'put'>) => void;
  /** Reads another piece; false where there is nothing left to read. */
  readonly readOn: () => boolean;
}

export interface Beginning {
  readonly words: readonly string[];
  /** Keys of messages that have come since: they may have others. */
  readonly unread: readonly number[];
}

/** SQLite counts where each word stands, so that a piece of frequent ones takes longer than one of rare ones. */
const pieceMs = 4;
const fewestTerms = 20;
const mostTerms = 5_000;
/** For so long after it was read, words that are new since may be missed. */
const freshMs = 30_000;
/** Reading more of them would take longer than the index needs to put together all words with a beginning. */
const mostUnread = 200;
/** Addresses as a whole are words of our own making. */
const ownWords = /[\ue000-\uf8ff]/;

const bitOf = new Map(indexColumns.map((column, at) => [column as string, 1 << at]));
const bitsOf = (columns: readonly string[]) => columns.reduce((bits, column) => bits | (bitOf.get(column) ?? 0), 0);

/** Where the words with some first two characters begin: in the text, and which one in their order the first of them is. */
interface Start {
  readonly at: number;
  readonly nth: number;
}

interface Term {
  readonly term: string;
  /** By a space. */
  readonly columns: string;
}

export function createVocabulary(db: ReadDb, now: () => number): Vocabulary {
  let all = '\n';
  /** Which columns each of them stands in, in the same order. */
  let standsIn: readonly number[] = [];
  let starts = new Map<string, Start>();
  let startsComing = new Map<string, Start>();
  let standsInComing: number[] = [];
  let lengthComing = 1;
  let pieces: string[] | undefined = [];
  let last = '';
  let length = 100;
  let isStale = false;
  let isKnown = false;
  let readAt = now();
  /** Keys of what has come since a reading began: since the one that is done, and since the one that goes on. */
  let unread = new Set<number>();
  let coming = new Set<number>();
  let latest: { readonly sought: string; readonly found: readonly string[] } | undefined;

  const begin = () => {
    pieces = [];
    last = '';
    isStale = false;
    coming = new Set();
    startsComing = new Map();
    standsInComing = [];
    lengthComing = 1;
  };

  const add = (terms: readonly Term[]) => {
    for (const { term, columns } of terms) {
      const start = term.slice(0, 2);
      if (!startsComing.has(start)) startsComing.set(start, { at: lengthComing, nth: standsInComing.length });
      standsInComing.push(bitsOf(columns.split(' ')));
      lengthComing += term.length + 1;
    }
    pieces?.push(terms.map(({ term }) => term).join('\n'));
  };

  const readOn = (): boolean => {
    if (!pieces && isStale && Math.abs(now() - readAt) > freshMs) begin();
    if (!pieces) return false;
    const began = performance.now();
    const terms = db.all<Term>(
      `SELECT term, group_concat(col, ' ') AS columns FROM temp.vocabulary WHERE term > ? GROUP BY term LIMIT ?`,
      last,
      length,
    );
    add(terms.filter(({ term }) => !ownWords.test(term)));
    last = terms.at(-1)?.term ?? last;
    if (terms.length === length) {
      const faster = pieceMs / Math.max(performance.now() - began, 0.1);
      length = Math.round(Math.min(Math.max(length * Math.min(faster, 2), fewestTerms), mostTerms));
      return true;
    }
    all = `\n${pieces.filter((piece) => piece !== '').join('\n')}\n`;
    pieces = undefined;
    starts = startsComing;
    standsIn = standsInComing;
    unread = coming;
    latest = undefined;
    isKnown = true;
    readAt = now();
    return false;
  };

  return {
    readOn,
    changed: ({ put }) => {
      isStale = true;
      for (const keys of new Set([unread, coming])) for (const key of put) if (keys.size <= mostUnread) keys.add(key);
    },
    wordsBeginning: (beginning, columns) => {
      const sought = plain(beginning);
      if (!isKnown || unread.size > mostUnread || sought.length < 2) return undefined;
      const start = sought.slice(0, 2);
      const wanted = bitsOf(columns);
      const words: string[] = [];
      let { at, nth } = starts.get(start) ?? { at: all.length, nth: 0 };
      // They stand together: SQLite gives them in the order of the index.
      for (; all.startsWith(start, at); nth++) {
        const end = all.indexOf('\n', at);
        if (all.startsWith(sought, at) && ((standsIn[nth] ?? 0) & wanted) !== 0) words.push(all.slice(at, end));
        at = end + 1;
      }
      return { words, unread: [...unread] };
    },
    wordsWith: (part) => {
      // Where it has been read once, what is new since may be missed rather than waited for.
      while (!isKnown && readOn());
      const sought = plain(part);
      if (sought === '') return [];
      // What is typed on is in fewer of the same words.
      if (latest && sought.includes(latest.sought)) {
        const fewer = latest.found.filter((word) => word.includes(sought));
        latest = { sought, found: fewer };
        return fewer;
      }
      const found: string[] = [];
      for (let at = all.indexOf(sought); at >= 0; ) {
        const end = all.indexOf('\n', at);
        found.push(all.slice(all.lastIndexOf('\n', at) + 1, end));
        at = all.indexOf(sought, end);
      }
      latest = { sought, found };
      return found;
    },
  };
}
