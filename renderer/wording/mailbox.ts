// What the window says around the list, in English: labels, coverage, toolbar, facets, progress. A part of `wording`.
import type { Failure } from '../../electron/contract/failure.ts';
import type { Connection, SyncState } from '../../electron/contract/model.ts';
import type { Facet, FoundPage, Grouping, Order, Search } from '../../electron/contract/search.ts';
import { systemQueries } from '../../electron/search/labels.ts';
import type { Entry, GroupName } from '../labels/entries.ts';
import { categories, type PlaceName, places as placeTable } from '../labels/places.ts';
import { count, messages } from './count.ts';
import { duration, moment, monthOf, number } from './format.ts';

const places: Readonly<Record<PlaceName, string>> = {
  inbox: 'Inbox',
  starred: 'Starred',
  important: 'Important',
  sent: 'Sent',
  drafts: 'Drafts',
  all: 'All mail',
  spam: 'Spam',
  trash: 'Trash',
  primary: 'Primary',
  social: 'Social',
  promotions: 'Promotions',
  updates: 'Updates',
  forums: 'Forums',
};

const groups: Readonly<Record<GroupName, string>> = {
  categories: 'Categories',
  saved: 'Saved searches',
  labels: 'Labels',
  more: 'More',
  recent: 'Recent searches',
};

/** Gmail's names for its own labels are ids, not words. */
const ownWords: ReadonlyMap<string, string> = new Map([
  ...[...placeTable, ...categories].map(({ query, name }) => [query, places[name]] as const),
  [systemQueries.UNREAD, 'Unread'],
]);

export const labels = {
  name: 'Labels and searches',
  open: 'Show labels and searches',
  entry(entry: Entry): string {
    switch (entry.kind) {
      case 'place':
      case 'category':
        return places[entry.name];
      case 'group':
        return groups[entry.name];
      case 'label':
      case 'saved':
      case 'recent':
        return entry.name;
    }
  },
  unread: ' unread',
  others: (value: number) => `+${number(value)}`,
  remove: (name: string) => `Remove “${name}”`,
  clearRecent: 'Forget the recent searches',
} as const;

interface Counted {
  readonly total: number;
  readonly counted: boolean;
}

/** While nobody has counted, a number is only the least that there can be; it does not grow with how far one has looked. */
export const atLeast = ({ total, counted }: Counted) => (counted ? number(total) : `${number(Math.min(total, 25))}+`);

export function rows(found: Counted & { readonly search: Pick<Search, 'grouping'> }): string {
  if (found.search.grouping === 'messages') return found.counted ? messages(found.total) : `${atLeast(found)} messages`;
  return found.counted ? count(found.total, 'thread', 'threads') : `${atLeast(found)} threads`;
}

type Told = Pick<FoundPage, 'coverage' | 'foundByGmail' | 'gmail' | 'unanswered' | 'remembered'>;

function searched({ searched, of }: FoundPage['coverage'], state: Connection['state']): string {
  if (state === 'local') return `Searched the ${messages(of)} of the sample`;
  if (searched < of) return `Searched ${number(searched)} of ${messages(of)} on this computer`;
  return of === 1 ? 'Searched the 1 message on this computer' : `Searched all ${messages(of)}`;
}

function fromGmail(told: Told, state: Connection['state'], sentence: (what: Failure) => string): string | null {
  const { gmail, foundByGmail, unanswered } = told;
  if (unanswered && unanswered.kind !== 'offline') return `Gmail did not answer: ${sentence(unanswered)}`;
  const more = foundByGmail > 0 ? `Gmail found ${number(foundByGmail)} more` : null;
  if (gmail === 'asking') return more ? `${more} so far…` : 'asking Gmail…';
  if (gmail === 'answered' && !more && told.remembered.length > 0) return null; // that was Gmail's word, too
  if (gmail === 'answered') return more ?? 'Gmail found no more';
  if (more) return more;
  if (unanswered || state === 'offline') return 'offline';
  return state === 'signed-out' ? 'signed out' : null;
}

/** How much of the mailbox an answer rests on, and who gave it. */
export function coverage(
  told: Told,
  state: Connection['state'],
  now: number,
  sentence: (what: Failure) => string,
): string {
  const remembered = told.remembered.map(({ typed, at }) => `${typed} as Gmail knew it at ${moment(at, now)}`);
  const parts = [searched(told.coverage, state), state === 'local' ? null : fromGmail(told, state, sentence)];
  return [...parts, ...remembered].filter((part) => part !== null).join(' · ');
}

const groupings: Readonly<Record<Grouping, string>> = { threads: 'Threads', messages: 'Messages' };
const orders: Readonly<Record<Order, string>> = {
  newest: 'Newest',
  oldest: 'Oldest',
  largest: 'Largest',
  sender: 'Sender',
};

export const toolbar = {
  grouping: 'What a row is',
  groupings,
  order: 'Sort by',
  orders,
  anywhere: 'Words may stand anywhere in the conversation',
  parts: 'Find parts of words, too',
  facets: 'Senders, labels, years and file types',
} as const;

export const saveSearch = {
  name: 'Save this search',
  under: 'Name in the sidebar',
  save: 'Save',
} as const;

export const facets = {
  name: 'What was found, by kind',
  senders: 'Senders',
  labels: 'Labels',
  years: 'Years',
  fileTypes: 'File types',
  counting: 'Counting…',
  none: 'Nothing to count.',
  partly: 'Mail that is still to come is counted by what is known of it.',
  facet: ({ refine, name }: Pick<Facet, 'refine' | 'name'>) => ownWords.get(refine) ?? name,
  refine: (name: string, value: number) => `${name}: ${messages(value)}`,
  months: 'Messages per month',
  monthsHint: 'Drag over the months; with the keyboard: arrows, Shift and arrows, Enter',
  month: (year: number, month: number, value: number) => `${monthOf(year, month)}: ${messages(value)}`,
  span: (first: string, last: string, value: number) => `${first} – ${last}: ${number(value)}`,
  from: (first: string, last: string) => `${first} – ${last}`,
  anyTime: 'Any time',
} as const;

export const progress = {
  name: 'Mail on this computer',
  onDisk({ onDisk, inMailbox }: Pick<SyncState, 'onDisk' | 'inMailbox'>): string {
    if (onDisk >= inMailbox) return `${messages(onDisk)} on this computer`;
    return `${number(onDisk)} of ${messages(inMailbox)} on this computer`;
  },
  rate: (perMinute: number) => `${number(perMinute)}/min`,
  left: (leftMs: number) => (leftMs < 90_000 ? 'about a minute left' : `about ${duration(leftMs)} left`),
  paused: 'paused',
  diskFull: 'The disk is full: make room, and Porthole goes on.',
  pause: 'Pause fetching',
  resume: 'Go on fetching',
} as const;
