// A person's own labels as the tree that the slashes in their names mean: pure. Knows neither counts nor the screen.
import type { CountedLabel } from '../../electron/contract/model.ts';

export interface Branch {
  /** The name from the first step on. */
  readonly path: string;
  /** Its last step. */
  readonly name: string;
  /** `null`: there is only something below it. */
  readonly label: CountedLabel | null;
  readonly branches: readonly Branch[];
}

interface Growing {
  readonly path: string;
  readonly name: string;
  label: CountedLabel | null;
  readonly below: Map<string, Growing>;
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function grown({ path, name, label, below }: Growing): Branch {
  return { path, name, label, branches: sorted(below) };
}

function sorted(below: ReadonlyMap<string, Growing>): readonly Branch[] {
  return [...below.values()].map(grown).toSorted((one, other) => byName.compare(one.name, other.name));
}

export function branchesOf(labels: readonly CountedLabel[]): readonly Branch[] {
  const top = new Map<string, Growing>();
  for (const label of labels) {
    if (label.type !== 'user') continue;
    let below = top;
    let branch: Growing | undefined;
    // An empty step (`a//b`, `/a`) is no level of its own.
    for (const name of label.name.split('/').filter((step) => step.trim() !== '')) {
      const path = branch ? `${branch.path}/${name}` : name;
      branch = below.get(name) ?? { path, name, label: null, below: new Map() };
      below.set(name, branch);
      below = branch.below;
    }
    if (branch) branch.label = label;
  }
  return sorted(top);
}
