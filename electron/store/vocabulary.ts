// The words of the index, for what is looked for inside words: one long text, which V8 searches faster than anybody else
// could. Read piece by piece while nobody asks for anything, and again when mail has come since.
import { plain } from '../search/index-words.ts';
import type { ReadDb } from './db.ts';

/** fts5vocab: sqlite.org/fts5.html, section 5. */
export const vocabularyTable = "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab ('main', 'words', 'row');";

export interface Vocabulary {
  /** Those with this part in them. Reads all of them first where nobody has. */
  readonly wordsWith: (part: string) => readonly string[];
  /** There may be others by now. */
  readonly changed: () => void;
  /** Reads another piece; false where there is nothing left to read. */
  readonly readOn: () => boolean;
}

/** SQLite counts where each word stands, so that a piece of frequent ones takes longer than one of rare ones. */
const pieceMs = 4;
const fewestTerms = 20;
const mostTerms = 5_000;
/** For so long after it was read, words that are new since may be missed. */
const freshMs = 30_000;
/** Addresses as a whole are words of our own making. */
const ownWords = /[\ue000-\uf8ff]/;

export function createVocabulary(db: ReadDb, now: () => number): Vocabulary {
  let all = '\n';
  let pieces: string[] | undefined = [];
  let last = '';
  let length = 100;
  let isStale = false;
  let isKnown = false;
  let readAt = now();
  let latest: { readonly sought: string; readonly found: readonly string[] } | undefined;

  const begin = () => {
    pieces = [];
    last = '';
    isStale = false;
  };

  const readOn = (): boolean => {
    if (!pieces && isStale && Math.abs(now() - readAt) > freshMs) begin();
    if (!pieces) return false;
    const began = performance.now();
    const terms = db
      .all<{ term: string }>('SELECT term FROM temp.vocabulary WHERE term > ? LIMIT ?', last, length)
      .map(({ term }) => term);
    pieces.push(terms.filter((term) => !ownWords.test(term)).join('\n'));
    last = terms.at(-1) ?? last;
    if (terms.length === length) {
      const faster = pieceMs / Math.max(performance.now() - began, 0.1);
      length = Math.round(Math.min(Math.max(length * Math.min(faster, 2), fewestTerms), mostTerms));
      return true;
    }
    all = `\n${pieces.filter((piece) => piece !== '').join('\n')}\n`;
    pieces = undefined;
    latest = undefined;
    isKnown = true;
    readAt = now();
    return false;
  };

  return {
    readOn,
    changed: () => {
      isStale = true;
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
