// What is true of a whole thread: who writes to whom, in which language, about what, and where it is filed.
import type { Address } from '../../../electron/contract/model.ts';
import type { Random } from '../../../electron/sample/random.ts';
import { type Fate, fateOf, type Kind } from './filing.ts';
import { often } from './often.ts';
import { lists, organisations, people } from './senders.ts';
import { anyTongue, type Tongue } from './tongue.ts';
import { title } from './writing.ts';

export interface Thread {
  readonly kind: Kind;
  readonly tongue: Tongue;
  readonly subject: string;
  /** Who takes part besides Ada; at least one. */
  readonly others: readonly Address[];
  /** The list that it is on. */
  readonly list: string | null;
  readonly fate: Fate;
}

/** How many of a hundred threads are of each kind, by how long they are. */
const alone: readonly (readonly [Kind, number])[] = [
  ['newsletter', 33],
  ['notice', 26],
  ['talk', 13],
  ['list', 8],
  ['network', 8],
  ['note', 6],
  ['spam', 5],
  ['draft', 1],
];
const pairs: readonly (readonly [Kind, number])[] = [
  ['talk', 68],
  ['list', 22],
  ['notice', 10],
];
const longer: readonly (readonly [Kind, number])[] = [
  ['talk', 62],
  ['list', 38],
];

function kindOf(length: number, random: Random): Kind {
  let left = random.next() * 100;
  for (const [kind, percent] of length === 1 ? alone : length === 2 ? pairs : longer) {
    left -= percent;
    if (left < 0) return kind;
  }
  return 'talk';
}

function othersOf(kind: Kind, length: number, random: Random): Address[] {
  if (kind === 'newsletter' || kind === 'notice' || kind === 'network') return [often(organisations, random).address];
  const most = kind === 'list' ? Math.min(length, 8) : Math.min(length, 3);
  return [...new Set(Array.from({ length: random.int(1, most) }, () => often(people, random)))];
}

export function threadOf(length: number, ageMs: number, random: Random): Thread {
  const kind = kindOf(length, random);
  const tongue = anyTongue(random);
  return {
    kind,
    tongue,
    subject: title(tongue, random),
    others: othersOf(kind, length, random),
    list: kind === 'list' ? often(lists, random) : null,
    fate: fateOf(ageMs, random),
  };
}
