// What the sidebar lists, line by line, with what is folded away left out: pure. Knows neither the screen nor the keys.
import type { CountedLabel, LabelColour } from '../../electron/contract/model.ts';
import { type Grouping, mostRecentSearches, type Searches } from '../../electron/contract/search.ts';
import { labelQuery } from '../../electron/search/labels.ts';
import { print } from '../../electron/search/print.ts';
import { inbox, isInbox } from '../search/look.ts';
import { meaningOf, partsOf } from '../search/meaning.ts';
import { type Branch, branchesOf } from './branches.ts';
import { categories, type PlaceName, places } from './places.ts';

export type GroupName = 'categories' | 'labels' | 'more' | 'saved' | 'recent';

/** The language file has the names of places and groups. */
type Named =
  | { readonly kind: 'place' | 'category'; readonly name: PlaceName }
  | { readonly kind: 'group'; readonly name: GroupName }
  | { readonly kind: 'label' | 'saved' | 'recent'; readonly name: string };

export type Entry = Named & {
  /** Unlike any other's, and the same as long as it means the same. */
  readonly key: string;
  /** From 1. */
  readonly level: number;
  /** What choosing it looks for; `null` where it only holds others. */
  readonly query: string | null;
  readonly colour: LabelColour | null;
  /** 0: nothing to say. */
  readonly count: number;
  readonly unread: boolean;
  /** `null`: there is nothing to fold. */
  readonly folded: boolean | null;
};

export interface Listed {
  readonly labels: readonly CountedLabel[];
  readonly searches: Searches;
  readonly grouping: Grouping;
  /** Keys of those that the person folded, or unfolded where they are folded by themselves. */
  readonly turned: ReadonlySet<string>;
}

/** `turned` for a list with nothing folded away. */
export const unfolded: ReadonlySet<string> = new Set(['group:more']);
const foldedAtFirst: ReadonlySet<string> = unfolded;
const nothing = { colour: null, count: 0, unread: false, folded: null } as const;

function isFolded(key: string, turned: ReadonlySet<string>): boolean {
  return foldedAtFirst.has(key) !== turned.has(key);
}

function unreadOf({ counts }: CountedLabel, grouping: Grouping): number {
  return grouping === 'threads' ? counts.unreadThreads : counts.unreadMessages;
}

function totalOf({ counts }: CountedLabel, grouping: Grouping): number {
  return grouping === 'threads' ? counts.threads : counts.messages;
}

function placeEntries(table: typeof places, kind: 'place' | 'category', level: number, listed: Listed): Entry[] {
  const known = new Map(listed.labels.map((label) => [label.id, label]));
  return table.map(({ name, labelId, query, counted }) => {
    const label = labelId === null ? undefined : known.get(labelId);
    const count = label && counted !== 'no' ? (counted === 'unread' ? unreadOf : totalOf)(label, listed.grouping) : 0;
    return { ...nothing, key: query, kind, level, name, query, count, unread: counted === 'unread' && count > 0 };
  });
}

function isShown({ label, branches }: Branch, grouping: Grouping): boolean {
  if (label?.listVisibility === 'show') return true;
  if (label?.listVisibility === 'showIfUnread' && unreadOf(label, grouping) > 0) return true;
  // What is shown keeps its place below its parent.
  return branches.some((branch) => isShown(branch, grouping));
}

/** `shown`: those that Gmail's rules show, or the others. */
function labelEntries(branches: readonly Branch[], shown: boolean, level: number, listed: Listed): Entry[] {
  return branches.flatMap((branch) => {
    const { path, name, label } = branch;
    if (isShown(branch, listed.grouping) !== shown) return [];
    const key = `label:${path}`;
    const below = branch.branches.filter((one) => isShown(one, listed.grouping) === shown);
    const folded = below.length > 0 ? isFolded(key, listed.turned) : null;
    const count = label ? unreadOf(label, listed.grouping) : 0;
    const query = label && labelQuery(label.name);
    const colour = label?.colour ?? null;
    const entry: Entry = { key, kind: 'label', level, name, query, colour, count, unread: count > 0, folded };
    return [entry, ...(folded ? [] : labelEntries(below, shown, level + 1, listed))];
  });
}

/** Hidden labels of shown parents: they stand under `more` with their whole name. */
function hiddenBranches(branches: readonly Branch[], grouping: Grouping): Branch[] {
  return branches.flatMap((branch) =>
    isShown(branch, grouping)
      ? hiddenBranches(branch.branches, grouping)
      : [branch.label && branch.path !== branch.name ? { ...branch, name: branch.path } : branch],
  );
}

function group(name: GroupName, level: number, entries: readonly Entry[], turned: ReadonlySet<string>): Entry[] {
  if (entries.length === 0) return [];
  const key = `group:${name}`;
  const folded = isFolded(key, turned);
  return [{ ...nothing, key, kind: 'group', level, name, query: null, folded }, ...(folded ? [] : entries)];
}

export function entriesOf(listed: Listed): readonly Entry[] {
  const { searches, turned, grouping, labels } = listed;
  const branches = branchesOf(labels);
  const hidden = labelEntries(hiddenBranches(branches, grouping), false, 3, listed);
  const saved = searches.saved.map(
    ({ name, text }): Entry => ({ ...nothing, key: `saved:${name}`, kind: 'saved', level: 2, name, query: text }),
  );
  const recent = searches.recent
    .slice(0, mostRecentSearches)
    .map((text): Entry => ({ ...nothing, key: `recent:${text}`, kind: 'recent', level: 2, name: text, query: text }));
  return [
    ...placeEntries(places, 'place', 1, listed),
    ...group('categories', 1, placeEntries(categories, 'category', 2, listed), turned),
    ...group('saved', 1, saved, turned),
    ...group('labels', 1, [...labelEntries(branches, true, 2, listed), ...group('more', 2, hidden, turned)], turned),
    ...group('recent', 1, recent, turned),
  ];
}

/** By what they ask for. Recent searches are nobody's place. */
function byMeaning(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const places = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.query === null || entry.kind === 'recent') continue;
    const meaning = meaningOf(entry.query);
    if (!places.has(meaning)) places.set(meaning, entry);
  }
  return places;
}

/** The entry whose list this text looks at: it, and nothing besides. */
export function entryFor(text: string, entries: readonly Entry[]): Entry | null {
  return byMeaning(entries).get(isInbox(text) ? inbox : meaningOf(text)) ?? null;
}

/** The key of the one that is marked: also while its list is narrowed down. */
export function currentKey(text: string, entries: readonly Entry[]): string | null {
  const places = byMeaning(entries);
  let said = '';
  let marked: Entry | undefined;
  for (const part of partsOf(isInbox(text) ? inbox : text)) {
    said = said === '' ? print(part) : `${said} ${print(part)}`;
    marked = places.get(said) ?? marked;
  }
  return marked?.key ?? null;
}
