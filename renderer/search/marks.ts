// Which words are marked where: those that a query asks for, in the fields where it asks for them, and the other forms of
// those words where they are found too. Pure.
import { indexWords } from '../../electron/search/index-words.ts';
import type { AddressField, Phrase, Query, TextField } from '../../electron/search/query.ts';
import { variantsOf } from '../../electron/search/variants.ts';
import { wordsOf } from '../../electron/search/words.ts';
import type { Sought } from './matches.ts';

/** A part of a message that is shown, and indexed. */
type Shown = AddressField | 'subject' | 'text';
export type Marks = Readonly<Record<Shown, readonly Sought[]>>;

/** `to:` finds copies too. */
const shownBy: Readonly<Record<TextField, readonly Shown[]>> = {
  any: ['from', 'to', 'cc', 'bcc', 'subject', 'text'],
  subject: ['subject'],
  from: ['from'],
  to: ['to', 'cc', 'bcc'],
  cc: ['cc'],
  bcc: ['bcc'],
};

/** Names and addresses have no variants. */
const varied: ReadonlySet<Shown> = new Set(['subject', 'text']);

interface Asked extends Sought {
  readonly field: TextField;
  /** Only another form of the word that was typed. */
  readonly variant: boolean;
}

const asked = (field: TextField, words: readonly string[], unfinished = false): Asked => ({
  field,
  words: indexWords(words.join(' ')),
  unfinished,
  inside: false,
  variant: false,
});

function phrase({ field, words, exact, unfinished }: Phrase): readonly Asked[] {
  const typed = asked(field, words, unfinished);
  const [word] = words;
  if (exact || unfinished || word === undefined || words.length > 1) return [typed];
  const others = variantsOf(word).filter((variant) => variant !== word);
  return [typed, ...others.map((variant) => ({ ...asked(field, [variant]), variant: true }))];
}

/** Whatever stands under a negation is not what was found. */
function askedBy(query: Query): readonly Asked[] {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.parts.flatMap(askedBy);
    case 'phrase':
      return phrase(query);
    case 'part':
      return query.field === 'filename' ? [] : [{ ...asked(query.field, [query.part]), inside: true }];
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
  const marked = (shown: Shown) =>
    all.filter(({ field, variant }) => shownBy[field].includes(shown) && (!variant || varied.has(shown)));
  return {
    from: marked('from'),
    to: marked('to'),
    cc: marked('cc'),
    bcc: marked('bcc'),
    subject: marked('subject'),
    text: marked('text'),
  };
}
