// Where a message lies: in the inbox or archived, read or not, starred, in the bin. Knows nothing of its words.
import { labelId } from './labels.ts';
import type { Category, Letter } from './letter.ts';
import { dayMs } from './moments.ts';
import type { Random } from './random.ts';

/** What is settled once for a whole thread. */
export interface Fate {
  readonly binned: boolean;
  readonly labelled: boolean;
  readonly important: boolean;
  readonly keptInInbox: boolean;
}

export function fateOf(random: Random): Fate {
  return {
    binned: random.chance(0.018),
    labelled: random.chance(0.88),
    important: random.chance(0.4),
    keptInInbox: random.chance(0.55),
  };
}

/** How likely a message is unread: in its first three days, in its first month, and later. */
const unread: Record<Category, readonly [number, number, number]> = {
  PERSONAL: [0.45, 0.06, 0.005],
  UPDATES: [0.6, 0.3, 0.12],
  FORUMS: [0.75, 0.5, 0.35],
  SOCIAL: [0.7, 0.5, 0.4],
  PROMOTIONS: [0.9, 0.8, 0.72],
};

function isUnread(letter: Letter, ageMs: number, random: Random): boolean {
  if (letter.answered === true) return false;
  const [fresh, recent, old] = unread[letter.category];
  return random.chance(ageMs < 3 * dayMs ? fresh : ageMs < 30 * dayMs ? recent : old);
}

const isOwn = (letter: Letter): boolean => letter.from.email === 'ada.lindqvist@example.org';

function received(letter: Letter, fate: Fate, ageMs: number, random: Random): string[] {
  const ids: string[] = [];
  if (isUnread(letter, ageMs, random)) ids.push('UNREAD');
  if (letter.spam === true) return [...ids, 'SPAM'];
  const close = letter.category === 'PERSONAL';
  if (close ? fate.important : fate.important && random.chance(0.2)) ids.push('IMPORTANT');
  if (random.chance(close ? 0.035 : 0.012)) ids.push('STARRED');
  ids.push(`CATEGORY_${letter.category}`);
  if (fate.binned) ids.push('TRASH');
  else if (fate.keptInInbox || ageMs < 12 * dayMs) ids.push('INBOX');
  return ids;
}

export function labelIdsOf(letter: Letter, fate: Fate, ageMs: number, random: Random): string[] {
  if (letter.draft === true) return ['DRAFT'];
  const ids = isOwn(letter) ? ['SENT'] : received(letter, fate, ageMs, random);
  if (isOwn(letter) && letter.to.some(({ email }) => email === letter.from.email)) ids.push('INBOX');
  if (isOwn(letter) && fate.binned) ids.push('TRASH');
  if (fate.labelled) for (const name of letter.labels ?? []) ids.push(labelId(name));
  return ids;
}
