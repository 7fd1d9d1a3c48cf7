// What is asked of the words of a message, as data, and the same as an FTS5 expression over the index `words`.
import { indexWords, standsIn } from '../search/index-words.ts';
import type { TextField } from '../search/query.ts';
import { segment } from '../search/words.ts';
import type { AddressRole } from './address-words.ts';

export const indexColumns = ['subject', 'body', 'from_', 'to_', 'cc', 'bcc', 'filenames', 'list', 'addresses'] as const;
export type Column = (typeof indexColumns)[number];

export type Asked =
  /** In sequence. `beginning`: the last one is the beginning of a word. */
  | {
      readonly kind: 'words';
      readonly columns: readonly Column[];
      readonly words: readonly string[];
      readonly beginning: boolean;
    }
  /** At most `within` words between them; `ordered`: left first, which FTS5 can't ask. */
  | {
      readonly kind: 'near';
      readonly columns: readonly Column[];
      readonly left: readonly string[];
      readonly right: readonly string[];
      readonly within: number;
      readonly ordered: boolean;
    }
  /** Within a word. */
  | { readonly kind: 'inside'; readonly columns: readonly Column[]; readonly part: string }
  | { readonly kind: 'any'; readonly of: readonly Asked[] };

export const textColumns: readonly Column[] = ['subject', 'body'];
const nameColumns: readonly Column[] = ['from_', 'to_', 'cc', 'bcc', 'filenames'];

/** `to:` finds copies too. */
export const columnsOf: Readonly<Record<TextField | 'filename', readonly Column[]>> = {
  any: [...textColumns, ...nameColumns],
  subject: ['subject'],
  from: ['from_'],
  to: ['to_', 'cc', 'bcc'],
  cc: ['cc'],
  bcc: ['bcc'],
  filename: ['filenames'],
};

export function rolesOf(field: TextField): readonly AddressRole[] {
  if (field === 'any' || field === 'subject') return ['from', 'to', 'cc', 'bcc'];
  return field === 'to' ? ['to', 'cc', 'bcc'] : [field];
}

export const words = (columns: readonly Column[], sequence: readonly string[], beginning = false): Asked => ({
  kind: 'words',
  columns,
  words: sequence,
  beginning,
});

export function anyOf(of: readonly Asked[]): Asked {
  const [first] = of;
  return of.length === 1 && first ? first : { kind: 'any', of };
}

/** An FTS5 string: the tokenizer makes tokens of whatever is in it, and they are a phrase. */
const string = (sequence: readonly string[]) => `"${segment(sequence.join(' ')).replaceAll('"', '""')}"`;

/** FTS5 binds a column filter to what follows it at once, so every operand stands in brackets. */
export function joined(operands: readonly string[], operator: 'AND' | 'OR'): string {
  const distinct = [...new Set(operands)];
  return distinct.length === 1 ? distinct.join('') : distinct.map((operand) => `(${operand})`).join(` ${operator} `);
}

/** Any of these words; an empty string finds nothing. */
export const wordsExpression = (columns: readonly Column[], all: readonly string[]): string =>
  `{${columns.join(' ')}} : (${all.length === 0 ? '""' : all.map((word) => string([word])).join(' OR ')})`;

/** The beginning of a single word, where that is all that is asked. Scripts without spaces leave open what a word is. */
export function onlyBeginning(
  asked: Asked,
): { readonly columns: readonly Column[]; readonly word: string } | undefined {
  if (asked.kind !== 'words' || !asked.beginning || asked.words.length !== 1) return undefined;
  const [word = '', ...others] = indexWords(asked.words.join(' '));
  const isWhole = word !== '' && others.length === 0 && standsIn(word, word, 'beginning') === true;
  return isWhole ? { columns: asked.columns, word } : undefined;
}

/** `wordsWith` answers the words of the index that have this part in them. */
export function expressionOf(asked: Asked, wordsWith: (part: string) => readonly string[]): string {
  if (asked.kind === 'any')
    return joined(
      asked.of.map((one) => expressionOf(one, wordsWith)),
      'OR',
    );
  const filter = `{${asked.columns.join(' ')}} : `;
  switch (asked.kind) {
    case 'words':
      return `${filter}${string(asked.words)}${asked.beginning ? ' *' : ''}`;
    case 'near':
      return `${filter}NEAR(${string(asked.left)} ${string(asked.right)}, ${asked.within})`;
    case 'inside':
      return wordsExpression(asked.columns, wordsWith(asked.part));
  }
}
