// How a query was understood, in a few words for each of its terms: pure. Knows the tree; the words are in the language file.
import { asTyped } from '../../electron/search/print.ts';
import type { Issue, ParsedQuery, Phrase, Query, Span, Term } from '../../electron/search/query.ts';
import { calendarDay, number, type Place, size, wholeMoment } from '../wording/format.ts';
import { wording } from '../wording/wording.ts';

const words = wording.chips;

export interface Chip {
  readonly text: string;
  /** Not as it was meant, perhaps: something was left out, or finds nothing. */
  readonly doubtful: boolean;
  /** Where in the text it was typed, each time that it was. */
  readonly spans: readonly Span[];
}

export interface LeftOut {
  /** As typed; only Gmail could have answered them. */
  readonly ignored: readonly string[];
  /** There is no Gmail to ask. */
  readonly local: boolean;
}

/** What a term is about, where that has a name, and what it says of it. */
interface Said {
  readonly about: string;
  readonly value: string;
}

const alone = (value: string): Said => ({ about: '', value });
const whole = ({ about, value }: Said): string => (about === '' ? value : words.about(about, value));

const typed = (text: string, { unfinished }: { readonly unfinished: boolean }) =>
  unfinished ? words.unfinished(text) : text;

function phrase({ words: said, exact, unfinished }: Phrase): string {
  const text = said.join(' ');
  if (unfinished) return words.unfinished(text);
  if (said.length > 1) return words.quoted(text);
  return exact ? words.exactly(text) : text;
}

function saidOf(term: Term, place: Place): Said {
  switch (term.kind) {
    case 'phrase':
      return { about: words.field[term.field], value: phrase(term) };
    case 'part':
      return { about: words.field[term.field], value: words.part(term.part) };
    case 'around': {
      const { left, right, within, ordered } = term;
      const nearby = ordered ? words.followed : words.nearby;
      const value = nearby(left.join(' '), right.join(' '), within, number(within, place));
      return { about: words.field[term.field], value };
    }
    case 'address':
      return { about: words.field[term.field], value: term.address };
    case 'domain':
      return { about: words.field[term.field], value: words.anyoneAt(term.domain) };
    case 'me':
      return { about: words.field[term.field], value: words.me };
    case 'label':
      return { about: words.label, value: typed(term.name, term) };
    case 'in':
      return words.place[term.place];
    case 'is':
      return words.state[term.state];
    case 'category':
      return { about: words.category, value: term.category };
    case 'has':
      return { about: words.has, value: words.feature(term.feature) };
    case 'filename':
      return { about: words.filename, value: typed(term.name, term) };
    case 'list':
      return { about: words.list, value: typed(term.list, term) };
    case 'deliveredto':
      return { about: words.deliveredTo, value: term.address };
    case 'rfc822msgid':
      return { about: words.messageId, value: term.id };
    case 'date': {
      const { moment } = term;
      return alone(
        words[term.bound](typeof moment === 'number' ? wholeMoment(moment, place) : calendarDay(moment, place)),
      );
    }
    case 'age':
      return alone(words[term.bound](words.age(term.count, term.unit, number(term.count, place))));
    case 'size':
      return alone(words[term.bound](size(term.bytes, place)));
    case 'unknown':
      return { about: term.operator, value: term.value };
  }
}

const isTerm = (query: Query): query is Term => query.kind !== 'and' && query.kind !== 'or' && query.kind !== 'not';

/** Where all of them are about the same, that is said once. */
function either(parts: readonly Query[], place: Place): string | undefined {
  const said = parts.map((part) => (isTerm(part) ? saidOf(part, place) : alone('')));
  const about = said[0]?.about ?? '';
  if (about === '' || said.some((one) => one.about !== about)) return undefined;
  return whole({ about, value: words.or(said.map(({ value }) => value)) });
}

/** As a part of something. */
function inside(query: Query, place: Place): string {
  const all = (parts: readonly Query[]) => parts.map((part) => inside(part, place));
  switch (query.kind) {
    case 'and':
      return words.group(words.and(all(query.parts)));
    case 'or':
      return words.group(either(query.parts, place) ?? words.or(all(query.parts)));
    case 'not':
      return words.notInside(inside(query.part, place));
    default:
      return whole(saidOf(query, place));
  }
}

function described(query: Query, place: Place): string {
  const all = (parts: readonly Query[]) => parts.map((part) => inside(part, place));
  if (query.kind === 'or') return either(query.parts, place) ?? words.anyOf(all(query.parts));
  if (query.kind !== 'not') return inside(query, place);
  const { part } = query;
  if (part.kind === 'or') return words.noneOf(all(part.parts));
  if (part.kind === 'and') return words.notAllOf(all(part.parts));
  const said = isTerm(part) ? saidOf(part, place) : alone(inside(part, place));
  return said.about === '' ? words.not(said.value) : words.notInside(whole(said));
}

function doubt({ kind, span }: Issue, text: string): string | undefined {
  const typed = text.slice(...span).trim();
  switch (kind) {
    case 'bad-date':
    case 'bad-age':
    case 'bad-size':
      return words.misread(typed);
    case 'no-words':
      return words.noWords(typed);
    case 'unknown-value':
      return words.unknownValue(typed);
    case 'operator-as-word':
      return words.asWord(typed);
    case 'too-long':
      return words.tooLong;
    case 'too-deep':
      return words.tooDeep;
    case 'day-first':
      // The date is spelt out by the chip of its term.
      return undefined;
  }
}

const isPlainWord = (query: Query) => query.kind === 'phrase' && query.field === 'any' && query.words.length === 1;

const termOf = (part: Query) => (part.kind === 'not' ? part.part : part);

interface SaidAt {
  readonly said: string | undefined;
  readonly spans: readonly Span[];
}

function eachOnce(all: readonly SaidAt[], doubtful: boolean): readonly Chip[] {
  const chips = new Map<string, Chip>();
  for (const { said, spans } of all) {
    if (said === undefined) continue;
    chips.set(said, { text: said, doubtful, spans: [...(chips.get(said)?.spans ?? []), ...spans] });
  }
  return [...chips.values()];
}

/** What is doubtful comes first: the row may be too short for all of them. */
export function chipsOf(
  { text, root, issues }: ParsedQuery,
  { ignored, local }: LeftOut,
  place: Place,
): readonly Chip[] {
  const parts = root?.kind === 'and' ? root.parts : root ? [root] : [];
  const spansOf = (typed: string) =>
    parts.filter((part) => asTyped(termOf(part), text) === typed).map(({ span }) => span);
  const doubts = [
    ...issues.map((issue) => ({ said: doubt(issue, text), spans: [issue.span] })),
    ...ignored.map((typed) => ({ said: words.leftOut(typed, local), spans: spansOf(typed) })),
  ];
  const understood = parts.filter((part) => {
    const term = termOf(part);
    return term.kind !== 'unknown' && !ignored.includes(asTyped(term, text));
  });
  const [first] = understood;
  if (doubts.every(({ said }) => said === undefined) && understood.length === 1 && first && isPlainWord(first))
    return [];
  return [
    ...eachOnce(doubts, true),
    ...eachOnce(
      understood.map((part) => ({ said: described(part, place), spans: [part.span] })),
      false,
    ),
  ];
}
