// Which words are marked where: those that a query asks for, in the fields where it asks for them. Pure.
import type { AddressField, Query, TextField } from '../../electron/search/query.ts';
import { wordsOf } from '../../electron/search/words.ts';
import { type Wanted, wantedWords } from './matches.ts';

/** A part of a message that is shown, and indexed. */
type Shown = AddressField | 'subject' | 'text';
export type Marks = Readonly<Record<Shown, readonly Wanted[]>>;

/** `to:` finds copies too. */
const shownBy: Readonly<Record<TextField, readonly Shown[]>> = {
  any: ['from', 'to', 'cc', 'bcc', 'subject', 'text'],
  subject: ['subject'],
  from: ['from'],
  to: ['to', 'cc', 'bcc'],
  cc: ['cc'],
  bcc: ['bcc'],
};

interface Asked extends Wanted {
  readonly field: TextField;
}

const asked = (field: TextField, words: readonly string[], unfinished = false): Asked => ({
  field,
  words: wantedWords(words),
  unfinished,
});

/** Whatever stands under a negation is not what was found. */
function askedBy(query: Query): readonly Asked[] {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.parts.flatMap(askedBy);
    case 'phrase':
      return [asked(query.field, query.words, query.unfinished)];
    case 'around':
      return [asked(query.field, query.left), asked(query.field, query.right)];
    case 'address':
      return [asked(query.field, wordsOf(query.address))];
    case 'domain':
      return [asked(query.field, wordsOf(query.domain))];
    default:
      return [];
  }
}

export function marksOf(query: Query | null): Marks {
  const all = query ? askedBy(query) : [];
  const marked = (shown: Shown) => all.filter(({ field }) => shownBy[field].includes(shown));
  return {
    from: marked('from'),
    to: marked('to'),
    cc: marked('cc'),
    bcc: marked('bcc'),
    subject: marked('subject'),
    text: marked('text'),
  };
}
