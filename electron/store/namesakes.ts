// Who is known by a name: those that have written often, or that one has answered. Reads the names of senders once, and those that
// are new since with every question; what they wrote is counted only where the name is one of theirs.
import type { Person } from '../contract/search.ts';
import type { Columns, LiveColumns } from './columns.ts';
import type { ReadDb } from './db.ts';

export interface NamedInput {
  readonly name: string;
}

/** Everybody who is known by that name, whatever the case of its letters; none where it is too common to be anybody's. */
export type FindNamed = (input: NamedInput) => readonly Person[];

/** Messages, without Spam and Trash: whoever has sent so many is known. */
const often = 5;

interface Sender extends Person {
  readonly number: number;
}

const folded = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** "Info" and "Anna" are many people's. East Asian names have no space in them. */
const isOwnName = (name: string) => /\S \S/.test(name) || /[\p{Script=Han}\p{Script=Hangul}]{2}/u.test(name);

/** Those of the senders who are known, by number. */
function knownOf({ size, sender, thread, labelSet, labelSets }: Columns, numbers: ReadonlySet<number>): Set<number> {
  const isSent = labelSets.map((labels) => labels.includes('SENT'));
  const isUnwanted = labelSets.map((labels) => labels.includes('SPAM') || labels.includes('TRASH'));
  const counts = new Map<number, number>();
  const wroteIn = new Map<number, Set<number>>();
  for (let place = 0; place < size; place++) {
    const number = sender[place] ?? 0;
    if (!numbers.has(number) || isUnwanted[labelSet[place] ?? 0]) continue;
    counts.set(number, (counts.get(number) ?? 0) + 1);
    const conversation = thread[place] ?? 0;
    wroteIn.set(conversation, (wroteIn.get(conversation) ?? new Set()).add(number));
  }
  const known = new Set([...counts].filter(([, count]) => count >= often).map(([number]) => number));
  for (let place = 0; place < size; place++) {
    if (!isSent[labelSet[place] ?? 0]) continue;
    for (const number of wroteIn.get(thread[place] ?? 0) ?? []) known.add(number);
  }
  return known;
}

export function createNamed(db: ReadDb, live: LiveColumns): FindNamed {
  const byName = new Map<string, Sender[]>();
  let last = 0;

  const readOn = () => {
    const senders = db.all<Sender>('SELECT number, email, name FROM sender WHERE number > ? ORDER BY number', last);
    for (const sender of senders) {
      last = sender.number;
      const name = folded(sender.name);
      if (!isOwnName(name)) continue;
      const others = byName.get(name);
      if (others) others.push(sender);
      else byName.set(name, [sender]);
    }
  };

  return ({ name }) => {
    readOn();
    const senders = byName.get(folded(name)) ?? [];
    if (senders.length === 0) return [];
    const known = knownOf(live.now(), new Set(senders.map(({ number }) => number)));
    return senders
      .filter(({ number }) => known.has(number))
      .map(({ name: called, email }) => ({ name: called, email }));
  };
}
