// How text falls into words: in a query, and (`segment`) on its way into the word index as well as out of a query.
// Agrees with FTS5's `unicode61 remove_diacritics 2` with its categories: letters, digits, marks and `_` join, all else separates
// (sqlite.org/fts5.html, section 4.3.1). The index itself ignores case, and accents on Latin letters; on others, `segment` does.

// Every repetition has an upper bound: V8 keeps a stack entry for each step of one and throws when millions of them are
// too many. Whatever is longer falls into parts.

/** A point between digits belongs to a number: Gmail documents that `01.2047-100` is 01.2047 and 100. */
const word = /[\p{L}\p{N}\p{Co}_](?:[\p{L}\p{N}\p{M}\p{Co}_]|(?<=\p{Nd})\.(?=\p{Nd})){0,9999}/gu;
/** From the first to the last character that can be part of a word. */
const core = /[\p{L}\p{N}\p{Co}_](?:.{0,9999}[\p{L}\p{N}\p{M}\p{Co}_])?/su;
/** What neither joins words nor makes a phrase of them is like a space. U+200C and U+200D make a phrase: they stand within
 *  words, as before the endings of Persian ones. */
const likeSpace = /[^\p{L}\p{N}\p{M}\p{Co}_\-=\\:'./&@+\u200c\u200d]{1,9999}/u;
const separatorInPhrase = /\+|(?<=\p{Nd})-(?=\p{Nd})/u;
const wholeAddress = /^[\p{L}\p{N}\p{M}_.+'&=/-]+@[\p{L}\p{N}\p{M}_.-]+$/u;
const dottedName = /^[\p{L}\p{N}\p{M}_-]+(?:\.[\p{L}\p{N}\p{M}_-]+)+$/u;

/**
 * Composed (NFC), with 30 marks at the most on one letter (Unicode's Stream-Safe Text Process, UAX #15, section 13): the time
 * that composing takes grows with the square of their number, and nobody writes more.
 */
export function composed(text: string): string {
  return text.replace(/(\p{M}{30})\p{M}{1,9999}/gu, '$1').normalize('NFC');
}

/** Lower case, in one normal form. Sigma is lowered alike everywhere: the index folds it without looking at its place. */
export function fold(text: string): string {
  return composed(joined(text)).replaceAll('Σ', 'σ').toLowerCase().normalize('NFC');
}

/** What says how a character is drawn, or where a word may be cut, and is no part of it: soft hyphens, variation selectors, rings
 *  and boxes around it. */
const drawn = /\u00ad|[\u20d0-\u20ff]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;
const beyondAscii = /[\u0080-\u{10ffff}]/u;
const joined = (text: string) => (beyondAscii.test(text) ? text.replace(drawn, '') : text);

const greek = /[\u0370-\u03ff\u1f00-\u1fff]+/gu;
const yo = /[ёЁ]/g;
/** Vowel signs, points, stress; and U+0640, which only draws an Arabic word out. */
const marks = /(?<=[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}\p{Script=Greek}])[\p{Mn}\u0640]{1,9999}/gu;
const mayBeMarked = /[\u0370-\u06ff\u1c80-\u1fff]/;

/**
 * Composed text without the marks that writers of Arabic, Hebrew, Greek and Cyrillic mostly leave out, as unicode61 leaves them out of
 * Latin. What makes another letter stays (й, ї, أ). Marks of other scripts are letters to their readers.
 */
export function unmarked(text: string): string {
  if (!mayBeMarked.test(text)) return text;
  return text
    .replace(greek, (run) => run.normalize('NFD'))
    .replace(yo, (letter) => (letter === 'ё' ? 'е' : 'Е'))
    .replace(marks, '');
}

/** The words of a text in their order, folded. */
export function wordsOf(text: string): string[] {
  return fold(text).match(word) ?? [];
}

/** `_` joins a word in text, but splits one in the name of a file. */
export function filenameWords(name: string): string[] {
  return wordsOf(name.replaceAll('_', ' '));
}

export type Piece =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** Without whatever stands around it; folded. */
  | { readonly kind: 'address'; readonly text: string }
  /** Names joined by points, such as a domain; folded. */
  | { readonly kind: 'dotted'; readonly text: string; readonly words: readonly string[] };

function pieceOf(folded: string): Piece | undefined {
  const words = wordsOf(folded);
  if (words.length === 0) return undefined;
  const text = core.exec(folded)?.[0] ?? '';
  return dottedName.test(text) ? { kind: 'dotted', text, words } : { kind: 'words', words };
}

/** What an unquoted value stands for: every piece is wanted, the words of one piece in sequence. */
export function piecesOf(bare: string): Piece[] {
  return fold(bare)
    .split(likeSpace)
    .flatMap((part): Piece[] => {
      const address = core.exec(part)?.[0] ?? '';
      if (wholeAddress.test(address)) return [{ kind: 'address', text: address }];
      return part.split(separatorInPhrase).flatMap((text) => pieceOf(text) ?? []);
    });
}

/** Scripts that put no spaces between words. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]{1,9999}/gu;
/** U+0300 begins the combining marks; those scripts come after it. */
const beyondLatin = /[\u0300-\u{10ffff}]/u;
/** Made when the first text needs it: its dictionaries take a dozen milliseconds to load, in every thread. */
let segmenter: Intl.Segmenter | undefined;

function segmentsOf(run: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  return Array.from(segmenter.segment(run), (part) => part.segment);
}

/**
 * The text with spaces between the words of scripts that have none, and nothing else where it is composed (NFC) already. FTS5 knows
 * Latin accents in either form, but macOS decomposes Korean and Japanese file names.
 */
export function spaced(text: string): string {
  if (!beyondLatin.test(text)) return text;
  return composed(text).replace(unspaced, (run) => ` ${segmentsOf(run).join(' ')} `);
}

/** What the index is given. Text and queries must both pass through it. */
export const segment = (text: string): string => unmarked(spaced(joined(text)));
