// What could stand where somebody types: operators, people, labels, values, days, earlier queries. Pure.
import type { CountedLabel } from '../../electron/contract/model.ts';
import type { Person, Searches } from '../../electron/contract/search.ts';
import { bytesOfMegabyte, writtenDay } from '../../electron/search/dates.ts';
import { indexWords, plain } from '../../electron/search/index-words.ts';
import { labelQuery } from '../../electron/search/labels.ts';
import { categories, features, type Operator, operators, places, states } from '../../electron/search/operators.ts';
import type { AgeUnit } from '../../electron/search/query.ts';
import { calendarDay, number, size } from '../wording/format.ts';
import { wording } from '../wording/wording.ts';
import { dayNames, dayOf } from './dates.ts';
import type { Typing } from './typing.ts';

const words = wording.completion;

export interface Offer {
  readonly kind: 'operator' | 'person' | 'label' | 'value' | 'day' | 'saved' | 'recent';
  /** Stands in the query instead of what is typed. */
  readonly query: string;
  readonly name: string;
  /** Empty where the name says it all. */
  readonly note: string;
}

export interface Known {
  readonly labels: readonly CountedLabel[];
  readonly people: readonly Person[];
  /** Epoch ms. */
  readonly now: number;
}

export const mostOffers = 8;
/** Among words, offers must not hide what is found. */
const mostOfAKind = 3;
/** With less typed, nearly everything begins so. */
const fewestLetters = 2;

const extensions = 'pdf docx xlsx pptx odt csv txt jpg png gif heic zip ics eml mp3 mp4'.split(' ');
const megabytes = [1, 5, 10, 25];
const ages: readonly (readonly [count: number, unit: AgeUnit])[] = [
  [1, 'd'],
  [7, 'd'],
  [14, 'd'],
  [1, 'm'],
  [3, 'm'],
  [6, 'm'],
  [1, 'y'],
  [2, 'y'],
];

/** Whether it begins so, or a word of it does. */
function begins(name: string, typed: string): boolean {
  const sought = plain(typed);
  return plain(name).startsWith(sought) || indexWords(name).some((word) => word.startsWith(sought));
}

const those = (offers: readonly Offer[], typed: string) =>
  offers.filter(({ query, name }) => begins(query.slice(query.indexOf(':') + 1), typed) || begins(name, typed));

const value = (operator: Operator, spelling: string, note: string): Offer => ({
  kind: 'value',
  query: `${operator.name}:${spelling}`,
  name: spelling,
  note,
});

const personOffer = (operator: string, { name, email }: Person): Offer => ({
  kind: 'person',
  query: `${operator}:${email}`,
  name: name || email,
  note: name === '' ? '' : email,
});

const labelOffer = ({ name }: CountedLabel): Offer => ({ kind: 'label', query: labelQuery(name), name, note: '' });
const ownLabels = (labels: readonly CountedLabel[]) => labels.filter(({ type }) => type === 'user');

/** Those that are one's own by name, each once: aliases find the same. */
const spelled = <Value extends string>(spellings: ReadonlyMap<string, Value>) => [...new Set(spellings.values())];

function values(operator: Operator, typed: string, { labels, people, now }: Known): readonly Offer[] {
  switch (operator.value) {
    case 'address':
      return people.map((person) => personOffer(operator.name, person));
    case 'label':
      return those(ownLabels(labels).map(labelOffer), typed);
    case 'place':
      return those(
        spelled(places).map((place) => value(operator, place, wording.chips.place[place].value)),
        typed,
      );
    case 'state':
      return those(
        spelled(states).map((state) => value(operator, state, wording.chips.state[state].value)),
        typed,
      );
    case 'category':
      return those(
        spelled(categories).map((category) => value(operator, category, '')),
        typed,
      );
    case 'feature':
      return those(
        spelled(features).map((feature) => value(operator, feature, wording.chips.feature(feature))),
        typed,
      );
    case 'filename':
      return those(
        extensions.map((extension) => value(operator, extension, '')),
        typed,
      );
    case 'date':
      return those(
        dayNames.map((name): Offer => {
          const day = dayOf(name, now);
          return {
            kind: 'day',
            query: `${operator.name}:${writtenDay(day)}`,
            name: words.day[name],
            note: calendarDay(day),
          };
        }),
        typed,
      );
    case 'age':
      return those(
        ages.map(([count, unit]) => value(operator, `${count}${unit}`, wording.chips.age(count, unit, number(count)))),
        typed,
      );
    case 'size':
      return those(
        megabytes.map((count) => value(operator, `${count}M`, size(count * bytesOfMegabyte))),
        typed,
      );
    case 'text':
    case 'header':
      return [];
  }
}

const operatorOffers = (typed: string): readonly Offer[] =>
  operators
    .filter(({ name }) => name.startsWith(typed.toLowerCase()))
    .map(({ name }) => ({ kind: 'operator', query: `${name}:`, name: `${name}:`, note: words.operator[name] }));

/** The best first, at most eight. None where what is typed is already what is offered. */
export function offersFor(text: string, { span, operator, typed }: Typing, known: Known): readonly Offer[] {
  const written = text.slice(...span).toLowerCase();
  const fresh = (offers: readonly Offer[]) => offers.filter(({ query }) => query.toLowerCase() !== written);
  if (operator) return fresh(values(operator, typed, known)).slice(0, mostOffers);
  if ([...typed].length < fewestLetters) return [];
  return fresh([
    ...operatorOffers(typed).slice(0, mostOfAKind),
    ...known.people.slice(0, mostOfAKind).map((person) => personOffer('from', person)),
    ...those(ownLabels(known.labels).map(labelOffer), typed).slice(0, mostOfAKind),
  ]).slice(0, mostOffers);
}

/** For the empty box. */
export function earlierOffers({ saved, recent }: Searches): readonly Offer[] {
  return [
    ...saved.map(({ name, text }): Offer => ({ kind: 'saved', query: text, name, note: text === name ? '' : text })),
    ...recent.map((text): Offer => ({ kind: 'recent', query: text, name: text, note: '' })),
  ].slice(0, mostOffers);
}
