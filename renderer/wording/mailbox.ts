// What the window says around the list, in English: labels, coverage, toolbar, facets, progress. A part of `wording`.
import type { Failure } from '../../electron/contract/failure.ts';
import type { Connection, SyncState } from '../../electron/contract/model.ts';
import {
  type Facet,
  type FoundPage,
  type Grouping,
  type Order,
  pageSize,
  type Search,
} from '../../electron/contract/search.ts';
import { systemQueries } from '../../electron/search/labels.ts';
import type { Entry, GroupName } from '../labels/entries.ts';
import { categories, type PlaceName, places as placeTable } from '../labels/places.ts';
import { duration, moment, monthOf, yearOf } from './format.ts';
import { translate } from './translate.ts';

const places: Readonly<Record<PlaceName, string>> = {
  inbox: translate('place.inbox'),
  starred: translate('place.starred'),
  important: translate('place.important'),
  sent: translate('place.sent'),
  drafts: translate('place.drafts'),
  all: translate('place.all'),
  spam: translate('place.spam'),
  trash: translate('place.trash'),
  primary: translate('place.primary'),
  social: translate('place.social'),
  promotions: translate('place.promotions'),
  updates: translate('place.updates'),
  forums: translate('place.forums'),
};

const groups: Readonly<Record<GroupName, string>> = {
  categories: translate('labels.group.categories'),
  saved: translate('labels.group.saved'),
  labels: translate('labels.group.labels'),
  more: translate('labels.group.more'),
  recent: translate('labels.group.recent'),
};

/** Gmail's names for its own labels are ids, not words. */
const ownWords: ReadonlyMap<string, string> = new Map([
  ...[...placeTable, ...categories].map(({ query, name }) => [query, places[name]] as const),
  [systemQueries.UNREAD, translate('facets.unread')],
]);

export const labels = {
  name: translate('labels.name'),
  open: translate('labels.open'),
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
  unread: ` ${translate('labels.unread')}`,
  others: (value: number) => translate('labels.others', { value }),
  remove: (name: string) => translate('labels.remove', { name }),
  clearRecent: translate('labels.clearRecent'),
} as const;

interface Counted {
  readonly total: number;
  readonly counted: boolean;
}

/** While nobody has counted, a number is only the least that there can be; it does not grow with how far one has looked. */
const leastCount = (total: number) => Math.min(total, pageSize);

export function rows({ total, counted, search }: Counted & { readonly search: Pick<Search, 'grouping'> }): string {
  const { grouping } = search;
  if (counted) return translate(`list.${grouping}`, { count: total });
  return translate(`list.${grouping}AtLeast`, { count: leastCount(total) });
}

export const found = ({ total, counted }: Counted) =>
  counted
    ? translate('filter.found', { count: total })
    : translate('filter.foundAtLeast', { count: leastCount(total) });

type Told = Pick<FoundPage, 'coverage' | 'foundByGmail' | 'gmail' | 'unanswered' | 'remembered'>;

function searched({ searched, of }: FoundPage['coverage'], state: Connection['state']): string {
  if (state === 'local') return translate('coverage.sample', { count: of });
  return searched < of ? translate('coverage.part', { searched, count: of }) : translate('coverage.all', { count: of });
}

function fromGmail(told: Told, state: Connection['state'], sentence: (what: Failure) => string): string | null {
  const { gmail, foundByGmail, unanswered } = told;
  if (unanswered && unanswered.kind !== 'offline') {
    return translate('coverage.unanswered', { reason: sentence(unanswered) });
  }
  const more = foundByGmail > 0 ? translate('coverage.more', { count: foundByGmail }) : null;
  if (gmail === 'asking') {
    return more ? translate('coverage.moreSoFar', { count: foundByGmail }) : translate('coverage.asking');
  }
  if (gmail === 'answered' && !more && told.remembered.length > 0) return null; // that was Gmail's word, too
  if (gmail === 'answered') return more ?? translate('coverage.noMore');
  if (more) return more;
  if (unanswered || state === 'offline') return translate('coverage.offline');
  return state === 'signed-out' ? translate('coverage.signedOut') : null;
}

/** How much of the mailbox an answer rests on, and who gave it. */
export function coverage(
  told: Told,
  state: Connection['state'],
  now: number,
  sentence: (what: Failure) => string,
): string {
  const remembered = told.remembered.map(({ typed, at }) =>
    translate('coverage.remembered', { typed, when: moment(at, now) }),
  );
  const parts = [searched(told.coverage, state), state === 'local' ? null : fromGmail(told, state, sentence)];
  return [...parts, ...remembered].filter((part) => part !== null).join(' · ');
}

const groupings: Readonly<Record<Grouping, string>> = {
  threads: translate('toolbar.groupings.threads'),
  messages: translate('toolbar.groupings.messages'),
};
const orders: Readonly<Record<Order, string>> = {
  newest: translate('toolbar.orders.newest'),
  oldest: translate('toolbar.orders.oldest'),
  largest: translate('toolbar.orders.largest'),
  sender: translate('toolbar.orders.sender'),
};

export const toolbar = {
  grouping: translate('toolbar.grouping'),
  groupings,
  order: translate('toolbar.order'),
  orders,
  anywhere: translate('toolbar.anywhere'),
  parts: translate('toolbar.parts'),
  facets: translate('toolbar.facets'),
} as const;

export const saveSearch = {
  name: translate('saveSearch.name'),
  under: translate('saveSearch.under'),
  save: translate('saveSearch.save'),
} as const;

const isYear = /^after:\d+\/01\/01 before:\d+\/01\/01$/;

export const facets = {
  name: translate('facets.name'),
  senders: translate('facets.senders'),
  labels: translate('facets.labels'),
  years: translate('facets.years'),
  fileTypes: translate('facets.fileTypes'),
  counting: translate('facets.counting'),
  partly: translate('facets.partly'),
  facet: ({ refine, name }: Pick<Facet, 'refine' | 'name'>) =>
    ownWords.get(refine) ?? (isYear.test(refine) ? yearOf(Number(name)) : name),
  refine: (name: string, value: number) => translate('facets.refine', { name, count: value }),
  months: translate('facets.months'),
  monthsHint: translate('facets.monthsHint'),
  month: (year: number, month: number, value: number) =>
    translate('facets.month', { month: monthOf(year, month), count: value }),
  span: (first: string, last: string, value: number) => translate('facets.span', { first, last, value }),
  from: (first: string, last: string) => translate('facets.from', { first, last }),
  anyTime: translate('facets.anyTime'),
} as const;

export const progress = {
  name: translate('progress.name'),
  onDisk({ onDisk, inMailbox }: Pick<SyncState, 'onDisk' | 'inMailbox'>): string {
    return onDisk >= inMailbox
      ? translate('progress.whole', { count: onDisk })
      : translate('progress.part', { onDisk, count: inMailbox });
  },
  rate: (perMinute: number) => translate('progress.rate', { perMinute }),
  left: (leftMs: number) =>
    leftMs < 90_000 ? translate('progress.soon') : translate('progress.left', { duration: duration(leftMs) }),
  paused: translate('progress.paused'),
  diskFull: translate('failure.storage.full'),
  pause: translate('progress.pause'),
  resume: translate('progress.resume'),
} as const;
