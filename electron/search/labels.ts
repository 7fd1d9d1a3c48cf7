// Label names as they are written in queries, and the labels that a name means. Knows no tree.
import { straightened } from './quotes.ts';
import { fold } from './words.ts';

export interface NamedLabel {
  readonly id: string;
  readonly name: string;
}

/** What stands in a query for Gmail's own labels. The words are English in every locale. */
export const systemQueries = {
  INBOX: 'in:inbox',
  SENT: 'in:sent',
  DRAFT: 'in:drafts',
  SPAM: 'in:spam',
  TRASH: 'in:trash',
  STARRED: 'is:starred',
  IMPORTANT: 'is:important',
  UNREAD: 'is:unread',
  CHAT: 'in:chats',
  CATEGORY_PERSONAL: 'category:primary',
  CATEGORY_SOCIAL: 'category:social',
  CATEGORY_PROMOTIONS: 'category:promotions',
  CATEGORY_UPDATES: 'category:updates',
  CATEGORY_FORUMS: 'category:forums',
} as const;

export type SystemLabelId = keyof typeof systemQueries;

/** Label ids by what follows the operator, for queries with this operator or without it. */
function idsByWord(isCategory: boolean): ReadonlyMap<string, string> {
  const words = Object.entries(systemQueries).map(([id, query]) => [...query.split(':'), id]);
  return new Map(
    words
      .filter(([operator]) => (operator === 'category') === isCategory)
      .map(([, word = '', id = '']): [string, string] => [word, id]),
  );
}

const systemLabels: ReadonlyMap<string, string> = new Map([...idsByWord(false), ['draft', 'DRAFT'], ['chat', 'CHAT']]);

/** By the name of the category. */
export const categoryIds = idsByWord(true);

/** `name` is normalised. */
export function systemLabelId(name: string): string | undefined {
  return systemLabels.get(name);
}

/** As the query that names it is read: phones and word processors write other quotes than keyboards do. */
const lower = (name: string) => straightened(fold(name));

/** Two names that come out alike can't be told apart in a query. A name of nothing but signs stays as it is. */
export function normaliseLabel(name: string): string {
  const lowered = lower(name).trim();
  return lowered.replace(/[\s"&()\-/{}|]+/g, '-').replace(/^-|-$/g, '') || lowered;
}

/** What finds a person's own label: its name, quoted where it would fall apart, with nothing in it that ends the quote. */
export function labelQuery(name: string): string {
  return /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_/.-]*$/u.test(name)
    ? `label:${name}`
    : `label:"${name.replace(/["“”„‟]/g, '-')}"`;
}

/** As Gmail writes the name in `q`: one `-` for each character that can't stand there. */
export function serverLabelName(name: string): string {
  return lower(name).replace(/[\s"&()\-/{}|]/g, '-');
}

/** What stands behind each `/` of a nested label's name. */
function partsOf(name: string): string[] {
  const steps = name.split('/');
  return steps.slice(1).map((_, index) => normaliseLabel(steps.slice(index + 1).join('/')));
}

export interface NamedLabels {
  readonly ids: readonly string[];
  /** `part`: no label has this full name, but one that lies within another has. */
  readonly by: 'name' | 'part' | 'none';
}

interface LabelIndex {
  /** Ids by normalised name, and by each part of one. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly byPart: ReadonlyMap<string, readonly string[]>;
  readonly serverNames: ReadonlyMap<string, string>;
}

function add(ids: Map<string, string[]>, name: string, id: string): void {
  const known = ids.get(name);
  if (!known) ids.set(name, [id]);
  else if (known.at(-1) !== id) known.push(id);
}

function indexed(labels: readonly NamedLabel[]): LabelIndex {
  const byName = new Map<string, string[]>();
  const byPart = new Map<string, string[]>();
  const serverNames = new Map<string, string>();
  for (const { id, name } of labels) {
    add(byName, normaliseLabel(name), id);
    for (const part of partsOf(name)) add(byPart, part, id);
    serverNames.set(id, serverLabelName(name));
  }
  return { byName, byPart, serverNames };
}

/** A query may name hundreds of labels, a mailbox have thousands: they are normalised once for each list of them. */
const indexes = new WeakMap<readonly NamedLabel[], LabelIndex>();

function indexOf(labels: readonly NamedLabel[]): LabelIndex {
  const known = indexes.get(labels) ?? indexed(labels);
  indexes.set(labels, known);
  return known;
}

/** The labels that a normalised name means: several where their names can't be told apart. */
export function labelsNamed(name: string, labels: readonly NamedLabel[]): NamedLabels {
  const { byName, byPart } = indexOf(labels);
  const system = systemLabels.get(name);
  const named = byName.get(name) ?? [];
  const ids = system === undefined || named.includes(system) ? named : [...named, system];
  if (ids.length > 0) return { ids, by: 'name' };
  const within = byPart.get(name) ?? [];
  return { ids: within, by: within.length > 0 ? 'part' : 'none' };
}

/** What Gmail calls these labels in `q`, each name once; nothing for those that are not in the list. */
export function serverNamesOf(ids: readonly string[], labels: readonly NamedLabel[]): string[] {
  const { serverNames } = indexOf(labels);
  return [...new Set(ids.flatMap((id) => serverNames.get(id) ?? []))];
}

/** Whether a label may still become of what has been typed. */
export function beginsLabel(name: string, labels: readonly NamedLabel[]): boolean {
  const { byName, byPart } = indexOf(labels);
  return [systemLabels, byName, byPart].some((known) => [...known.keys()].some((one) => one.startsWith(name)));
}
