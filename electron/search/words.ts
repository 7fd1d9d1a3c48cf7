// How text falls into words: in a query, and (`segment`) on its way into the word index as well as out of a query.
// Agrees with FTS5's `unicode61 remove_diacritics 2 tokenchars '_'`: letters, digits and `_` join, all else separates
// (sqlite.org/fts5.html, section 4.3.1). The index itself ignores case and accents.

// Every repetition has an upper bound: V8 keeps a stack entry for each step of one and throws when millions of them are
// too many. Whatever is longer falls into parts.

/** A point between digits belongs to a number: Gmail documents that `01.2047-100` is 01.2047 and 100. */
const word = /[\p{L}\p{N}\p{Co}_](?:[\p{L}\p{N}\p{M}\p{Co}_]|(?<=\p{Nd})\.(?=\p{Nd})){0,9999}/gu;
/** From the first to the last character that can be part of a word. */
const core = /[\p{L}\p{N}\p{Co}_](?:.{0,9999}[\p{L}\p{N}\p{M}\p{Co}_])?/su;
/** What neither joins words nor makes a phrase of them is like a space. */
const likeSpace = /[^\p{L}\p{N}\p{M}\p{Co}_\-=\\:'./&@+]{1,9999}/u;
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
  return composed(text).replaceAll('Σ', 'σ').toLowerCase().normalize('NFC');
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
 * The text with spaces between the words of scripts that have none. Text and queries must both pass through it.
 * Composed (NFC) too: FTS5 knows Latin accents in either form, but macOS decomposes Korean and Japanese file names.
 */
export function segment(text: string): string {
  if (!beyondLatin.test(text)) return text;
  return composed(text).replace(unspaced, (run) => ` ${segmentsOf(run).join(' ')} `);
}
