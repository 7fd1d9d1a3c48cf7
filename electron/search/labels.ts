// Label names as they are written in queries, and the labels that a name means. Knows no tree.

export interface NamedLabel {
  readonly id: string;
  readonly name: string;
}

/** Their names are English in every locale. */
const systemLabels: ReadonlyMap<string, string> = new Map([
  ['inbox', 'INBOX'],
  ['sent', 'SENT'],
  ['draft', 'DRAFT'],
  ['drafts', 'DRAFT'],
  ['spam', 'SPAM'],
  ['trash', 'TRASH'],
  ['starred', 'STARRED'],
  ['important', 'IMPORTANT'],
  ['unread', 'UNREAD'],
  ['chat', 'CHAT'],
  ['chats', 'CHAT'],
]);

/** `name` is normalised. */
export function systemLabelId(name: string): string | undefined {
  return systemLabels.get(name);
}

const lower = (name: string) => name.normalize('NFC').toLowerCase().normalize('NFC');

/** Two names that come out alike can't be told apart in a query. */
export function normaliseLabel(name: string): string {
  return lower(name)
    .replace(/[\s"&()\-/{}|]+/g, '-')
    .replace(/^-|-$/g, '');
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
