// One operator and one value → a term of the tree, or the issue why there is none. Knows neither brackets nor AND and OR.
import { parseAge, parseDate, parseSize } from './dates.ts';
import { normaliseLabel } from './labels.ts';
import { categories, features, type Operator, places, states } from './operators.ts';
import { starred } from './parts.ts';
import type { AddressField, IssueKind, Query, Span, Term, TextField } from './query.ts';
import { and, around } from './tree.ts';
import { filenameWords, fold, type Piece, piecesOf, wordsOf } from './words.ts';

export interface Value {
  readonly text: string;
  readonly quoted: boolean;
  /** Behind a `+`. */
  readonly exact: boolean;
  /** The caret stands at its end. */
  readonly unfinished: boolean;
  /** It is not to be found. */
  readonly excluded: boolean;
  readonly span: Span;
}

export interface Made {
  readonly query: Query | null;
  readonly issue?: IssueKind;
}

const nothing: Made = { query: null };
const made = (query: Query): Made => ({ query });
const refused = (issue: IssueKind): Made => ({ query: null, issue });

const endsInWord = /[\p{L}\p{N}\p{M}\p{Co}_]$/u;
/** Whether its last word is still being typed. */
const isBeginning = ({ text, unfinished, excluded }: Value) => unfinished && !excluded && endsInWord.test(text);

function phrase(field: TextField, words: readonly string[], value: Value): Term {
  const { quoted, exact, span } = value;
  return {
    kind: 'phrase',
    field,
    words,
    exact: exact || quoted || words.length > 1,
    unfinished: isBeginning(value),
    beginning: false,
    span,
  };
}

/** `null`: no star, or one that is like a space. */
function starredWord(field: TextField, { text, exact, span }: Value): Term | null {
  const found = exact ? undefined : starred(text);
  if (!found) return null;
  if (found.kind === 'part') return { kind: 'part', field, part: found.word, span };
  return { kind: 'phrase', field, words: [found.word], exact: true, unfinished: true, beginning: true, span };
}

const quotedAround = /^(.*?)\sAROUND\s+(\d+)\s(.*)$/s;

/** Inside quotes, AROUND keeps the order. */
function quotedText(field: TextField, value: Value): Term | null {
  const [, before = '', within, after = ''] = quotedAround.exec(value.text) ?? [];
  const left = wordsOf(before);
  const right = wordsOf(after);
  if (left.length > 0 && right.length > 0)
    return around({ field, left, right, within: Number(within), ordered: true, span: value.span });
  const words = wordsOf(value.text);
  return words.length > 0 ? phrase(field, words, value) : null;
}

const isAddressField = (field: TextField): field is AddressField => field !== 'any' && field !== 'subject';

function pieceTerm(field: TextField, piece: Piece, value: Value): Term {
  const words = piece.kind === 'address' ? wordsOf(piece.text) : piece.words;
  if (isAddressField(field) && !value.exact && words.length === 1 && words[0] === 'me')
    return { kind: 'me', field, span: value.span };
  // What is still being typed is no whole address yet; a subject has no addresses.
  const plain = value.exact || value.unfinished || piece.kind === 'words' || field === 'subject';
  if (plain) return phrase(field, words, value);
  if (piece.kind === 'address') return { kind: 'address', field, address: piece.text, span: value.span };
  return isAddressField(field)
    ? { kind: 'domain', field, domain: piece.text, span: value.span }
    : phrase(field, words, value);
}

function text(field: TextField, value: Value): Made {
  if (value.text.trim() === '') return nothing;
  if (value.quoted) {
    const query = quotedText(field, value);
    return query ? made(query) : refused('no-words');
  }
  const withStar = starredWord(field, value);
  if (withStar) return made(withStar);
  const pieces = piecesOf(value.text);
  const terms = pieces.map((piece, index) =>
    // Only the last of several pieces touches the caret.
    pieceTerm(field, piece, { ...value, unfinished: value.unfinished && index === pieces.length - 1 }),
  );
  const query = and(terms, value.span);
  return query ? made(query) : refused('no-words');
}

/** A value that its operator does not know. While it is typed and may become one that it knows, it is left out. */
function unknown(
  operator: 'is' | 'has' | 'category',
  known: ReadonlyMap<string, unknown>,
  name: string,
  { unfinished, span }: Value,
): Made {
  if (unfinished && [...known.keys()].some((key) => key.startsWith(name))) return nothing;
  return { query: { kind: 'unknown', operator, value: name, span }, issue: 'unknown-value' };
}

function label(name: string, { unfinished, span }: Value): Made {
  const normalised = normaliseLabel(name);
  return normalised === '' ? nothing : made({ kind: 'label', name: normalised, unfinished, span });
}

function place(name: string, value: Value): Made {
  const known = places.get(name);
  if (known) return made({ kind: 'in', place: known, span: value.span });
  if (value.unfinished && [...places.keys()].some((key) => key.startsWith(name))) return nothing;
  return label(name, value);
}

function date(bound: 'after' | 'before', name: string, span: Span): Made {
  const written = parseDate(name);
  if (!written) return refused('bad-date');
  const query: Query = { kind: 'date', bound, moment: written.moment, span };
  return written.dayFirst ? { query, issue: 'day-first' } : made(query);
}

function header(name: 'list' | 'deliveredto' | 'rfc822msgid', written: string, value: Value): Made {
  const { span } = value;
  if (name === 'deliveredto') return made({ kind: name, address: written, span });
  if (name === 'list') {
    if (wordsOf(written).length === 0) return refused('no-words');
    return made({ kind: name, list: written, unfinished: isBeginning(value), span });
  }
  // From where no such sign stands before it, or many of them would be looked at again and again.
  const id = written.replace(/^[<\s]+|(?<![>\s])[>\s]+$/g, '');
  return id === '' ? nothing : made({ kind: name, id, span });
}

/** In the name of a file, any star means a part. */
function filename(name: string, value: Value): Made {
  const { quoted, exact, span } = value;
  const part = quoted || exact ? undefined : starred(name)?.word;
  if (part !== undefined) return made({ kind: 'part', field: 'filename', part, span });
  if (filenameWords(name).length === 0) return refused('no-words');
  return made({ kind: 'filename', name, unfinished: isBeginning(value), span });
}

/** `name` is the value, folded and with single spaces. */
function valued(operator: Operator, name: string, value: Value): Made {
  const { span } = value;
  switch (operator.value) {
    case 'address':
    case 'text':
      return text(operator.name, value);
    case 'label':
      return label(name, value);
    case 'place':
      return place(name, value);
    case 'state': {
      const state = states.get(name);
      return state ? made({ kind: 'is', state, span }) : unknown('is', states, name, value);
    }
    case 'category': {
      const category = categories.get(name);
      return category ? made({ kind: 'category', category, span }) : unknown('category', categories, name, value);
    }
    case 'feature': {
      const feature = features.get(name);
      return feature ? made({ kind: 'has', feature, span }) : unknown('has', features, name, value);
    }
    case 'filename':
      return filename(name, value);
    case 'header':
      return header(operator.name, name, value);
    case 'date':
      return date(operator.name, name, span);
    case 'age': {
      const age = parseAge(name);
      const bound = operator.name === 'newer_than' ? 'newer' : 'older';
      return age ? made({ kind: 'age', bound, ...age, span }) : refused('bad-age');
    }
    case 'size': {
      const bytes = parseSize(name);
      return bytes === undefined ? refused('bad-size') : made({ kind: 'size', bound: operator.name, bytes, span });
    }
  }
}

/** `null`: free text. */
export function makeTerm(operator: Operator | null, value: Value): Made {
  if (!operator) return text('any', value);
  const name = fold(value.text).replace(/\s+/g, ' ').trim();
  return name === '' ? nothing : valued(operator, name, value);
}
