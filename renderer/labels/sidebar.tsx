// Labels and searches at the start of the window: a tree, one line of which can have the focus. In a narrow window it opens
// over the list.
import { type KeyboardEvent, memo, type Ref, useMemo, useRef, useState } from 'react';
import type { Grouping } from '../../electron/contract/search.ts';
import { Switcher } from '../accounts/switcher.tsx';
import { useAnswers } from '../asked.ts';
import { noSearches, searches } from '../search/searches.ts';
import { command } from '../status/command.ts';
import { wording } from '../wording/wording.ts';
import { type Entry, entriesOf } from './entries.ts';
import { EntryLine } from './entry-line.tsx';
import styles from './labels.module.css';
import { labels } from './labels.ts';
import { step } from './roving.ts';

export const sidebarId = 'labels';

interface SidebarProps {
  readonly box: Ref<HTMLElement>;
  readonly grouping: Grouping;
  /** The key of the entry that is looked at. */
  readonly current: string | null;
  /** The keys of those that are not folded as at first. */
  readonly turned: ReadonlySet<string>;
  readonly onTurned: (turned: ReadonlySet<string>) => void;
  readonly onChoose: (entry: Entry) => void;
}

const isRemovable = ({ kind, key }: Entry) => kind === 'saved' || key === 'group:recent';

function remove(entry: Entry): void {
  if (entry.kind === 'saved') void command('searches.remove', { name: entry.name });
  else void command('searches.clearRecent', {});
}

// Typing in the filter box must not draw hundreds of labels anew.
export const Sidebar = memo(function Sidebar({ box, grouping, current, turned, onTurned, onChoose }: SidebarProps) {
  const { value: allLabels } = useAnswers(labels);
  const { value: allSearches } = useAnswers(searches);
  const [focused, setFocused] = useState<string | null>(null);
  const tree = useRef<HTMLUListElement>(null);
  const entries = useMemo(
    () => entriesOf({ labels: allLabels ?? [], searches: allSearches ?? noSearches, grouping, turned }),
    [allLabels, allSearches, grouping, turned],
  );
  // The one that the Tab key reaches.
  const reached = [focused, current].find((key) => entries.some((entry) => entry.key === key)) ?? entries[0]?.key;

  function turn(key: string) {
    onTurned(turned.has(key) ? new Set([...turned].filter((one) => one !== key)) : new Set([...turned, key]));
  }

  function choose(entry: Entry) {
    setFocused(entry.key);
    if (entry.query === null) turn(entry.key);
    else onChoose(entry);
  }

  const line = (at: number) => tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[at];

  function removeAt(entry: Entry, at: number) {
    // The focus must not go with the line.
    line(at - 1)?.focus();
    remove(entry);
  }

  /** Whether the key means something here. */
  function take(key: string): boolean {
    const at = entries.findIndex((entry) => entry.key === reached);
    const entry = entries[at];
    if (!entry) return false;
    if (key === 'Enter' || key === ' ') choose(entry);
    else if (key === 'Delete' && isRemovable(entry)) removeAt(entry, at);
    else {
      const mirrored = tree.current?.matches(':dir(rtl)') ?? false;
      const stepped = step(entries, at, key, mirrored ? 'ArrowLeft' : 'ArrowRight');
      if (!stepped) return false;
      if ('turn' in stepped) turn(stepped.turn);
      else line(stepped.to)?.focus();
    }
    return true;
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !take(event.key)) return;
    event.preventDefault();
  }

  return (
    <nav
      ref={box}
      id={sidebarId}
      popover="auto"
      data-region
      className={styles['sidebar']}
      onToggle={({ newState }) => {
        if (newState === 'open') line(entries.findIndex(({ key }) => key === reached))?.focus();
      }}
    >
      <Switcher grouping={grouping} />
      {allLabels && (
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list is what a tree is without its folds.
        <ul ref={tree} role="tree" aria-label={wording.labels.name} onKeyDown={onKeyDown}>
          {entries.map((entry, at) => (
            <EntryLine
              key={entry.key}
              entry={entry}
              current={entry.key === current}
              reached={entry.key === reached}
              onChoose={() => choose(entry)}
              onFocus={() => setFocused(entry.key)}
              onTurn={() => turn(entry.key)}
              onRemove={isRemovable(entry) ? () => removeAt(entry, at) : null}
            />
          ))}
        </ul>
      )}
    </nav>
  );
});
