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

/** The labels that a normalised name means: several where their names can't be told apart. */
export function labelsNamed(name: string, labels: readonly NamedLabel[]): NamedLabels {
  const system = systemLabels.get(name);
  const byName = new Set(labels.filter((label) => normaliseLabel(label.name) === name).map(({ id }) => id));
  if (system !== undefined) byName.add(system);
  if (byName.size > 0) return { ids: [...byName], by: 'name' };
  const byPart = labels.filter((label) => partsOf(label.name).includes(name)).map(({ id }) => id);
  return { ids: byPart, by: byPart.length > 0 ? 'part' : 'none' };
}

/** Whether a label may still become of what has been typed. */
export function beginsLabel(name: string, labels: readonly NamedLabel[]): boolean {
  if ([...systemLabels.keys()].some((known) => known.startsWith(name))) return true;
  return labels.some((label) => [normaliseLabel(label.name), ...partsOf(label.name)].some((n) => n.startsWith(name)));
}
