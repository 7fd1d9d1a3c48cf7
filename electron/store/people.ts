// Who has written, found by how their name or address begins: for whoever types one. Reads the senders once, and those that
// are new since with every question.
import type { Person } from '../contract/search.ts';
import { indexWords } from '../search/index-words.ts';
import type { Columns, LiveColumns } from './columns.ts';
import type { ReadDb } from './db.ts';
import { isAskedForAlone } from './lone-address.ts';

export interface PeopleInput {
  readonly text: string;
  readonly limit: number;
}

/** Those who write often or lately come first. */
export type FindPeople = (input: PeopleInput) => readonly Person[];

interface Known extends Person {
  readonly number: number;
  /** Each word of name and address behind a space. */
  readonly words: string;
}

/** What is new counts so many times as much as what is old. */
const newCounts = 4;

function weightsOf({ size, sender }: Columns): Float64Array {
  let greatest = 0;
  for (let place = 0; place < size; place++) greatest = Math.max(greatest, sender[place] ?? 0);
  const weights = new Float64Array(greatest + 1);
  const newFrom = size * 0.75;
  for (let place = 0; place < size; place++) {
    const number = sender[place] ?? 0;
    weights[number] = (weights[number] ?? 0) + (place >= newFrom ? newCounts : 1);
  }
  return weights;
}

export function createPeople(db: ReadDb, live: LiveColumns): FindPeople {
  const known: Known[] = [];
  let last = 0;
  let weights: { readonly size: number; readonly of: Float64Array } | undefined;

  const readOn = () => {
    const senders = db.all<{ number: number; email: string; name: string }>(
      'SELECT number, email, name FROM sender WHERE number > ? ORDER BY number',
      last,
    );
    for (const { number, email, name } of senders) {
      last = number;
      // Who can't be looked for alone would be found with others.
      if (!isAskedForAlone(email)) continue;
      known.push({ number, email, name, words: ` ${[...indexWords(name), ...indexWords(email)].join(' ')}` });
    }
  };

  const weightOf = (): Float64Array => {
    const columns = live.now();
    if (weights?.size !== columns.size) weights = { size: columns.size, of: weightsOf(columns) };
    return weights.of;
  };

  return ({ text, limit }) => {
    readOn();
    const sought = indexWords(text).map((word) => ` ${word}`);
    const weight = weightOf();
    return known
      .filter(({ number, words }) => (weight[number] ?? 0) > 0 && sought.every((word) => words.includes(word)))
      .sort((one, other) => (weight[other.number] ?? 0) - (weight[one.number] ?? 0))
      .slice(0, limit)
      .map(({ name, email }) => ({ name, email }));
  };
}
