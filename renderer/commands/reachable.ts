// All that the palette leads to: commands, labels, searches, and the newest conversations on this computer.
import { useEffect, useMemo, useState } from 'react';
import type { MessageRow } from '../../electron/contract/model.ts';
import { shownSubject } from '../../electron/mail/subjects.ts';
import { useAnswers } from '../asked.ts';
import { request } from '../bridge.ts';
import { type Entry, entriesOf, unfolded } from '../labels/entries.ts';
import { labels } from '../labels/labels.ts';
import { nameOf } from '../messages/correspondents.ts';
import { noSearches, searches } from '../search/searches.ts';
import { settings } from '../settings/settings.ts';
import { wording } from '../wording/wording.ts';
import { chosenBy } from './choosing.ts';
import { folded, type Named } from './fuzzy.ts';
import { keysOf } from './match.ts';
import { isOffered, runCommand } from './running.ts';
import { type CommandId, commandIds, commandOf, type Group } from './table.ts';

const words = wording.commands;

export interface Reachable extends Named {
  readonly key: string;
  readonly kind: string;
  readonly keys: string | null;
  readonly folded: string;
  readonly reach: () => void;
}

const weights = { place: 6, category: 4, label: 8, saved: 8, recent: 2, group: 0 } as const;
const mostThreads = 100;
const none: readonly Reachable[] = [];
/** What is likely to be looked for comes first while nothing is typed. */
const order: readonly Group[] = ['go', 'message', 'conversation', 'selection', 'list', 'window'];
/** Whoever has typed one's name has done it already, or means a key. */
const unnamed: readonly CommandId[] = [
  'window.palette',
  'window.back',
  'window.nextPane',
  'window.previousPane',
  'window.toolbar',
];
const rank = (id: CommandId) => order.indexOf(commandOf(id).group);

function entryNamed(entry: Entry): Reachable {
  const name = entry.kind === 'label' ? entry.key.slice('label:'.length) : wording.labels.entry(entry);
  const reach = () => chosenBy()?.choose(entry);
  return {
    key: entry.key,
    name,
    kind: words.kinds[entry.kind],
    keys: null,
    folded: folded(name),
    weight: weights[entry.kind],
    reach,
  };
}

function threadNamed(row: MessageRow): Reachable {
  const name = shownSubject(row.subject) || wording.list.noSubject;
  const from = nameOf(row.from);
  const target = { grouping: 'threads', id: row.threadId, messageId: row.id, from: row.from.email } as const;
  const reach = () => chosenBy()?.open(target);
  return {
    key: `thread:${row.threadId}`,
    name,
    kind: from,
    keys: null,
    folded: folded(`${name} ${from}`),
    weight: 0,
    reach,
  };
}

/** Null while they are looked up. */
function useNewest(wanted: boolean): readonly Reachable[] | null {
  const [rows, setRows] = useState<readonly Reachable[] | null>(null);
  useEffect(() => {
    if (!wanted) return undefined;
    let isWanted = true;
    const search = {
      text: 'in:all',
      caret: null,
      grouping: 'threads',
      order: 'newest',
      anywhereInThread: false,
      partsOfWords: false,
    } as const;
    void request('messages.find', { search, ask: false, offset: 0, limit: mostThreads }).then((found) => {
      if (!isWanted) return;
      const known = found.ok ? found.value.rows : [];
      setRows(known.flatMap((row) => ('pending' in row ? [] : [threadNamed(row)])));
    });
    return () => {
      isWanted = false;
    };
  }, [wanted]);
  return wanted ? rows : none;
}

export interface Reachables {
  readonly all: readonly Reachable[];
  /** Conversations may be yet to come. */
  readonly complete: boolean;
}

export function useReachable(hasMailbox: boolean, labelsOnly: boolean): Reachables {
  const changed = useAnswers(settings).value?.keys;
  const { value: allLabels } = useAnswers(labels);
  const { value: allSearches } = useAnswers(searches);
  const newest = useNewest(hasMailbox && !labelsOnly);

  const commands = useMemo(
    () =>
      commandIds
        .filter((id) => !unnamed.includes(id) && isOffered(id))
        .toSorted((one, other) => rank(one) - rank(other))
        .map((id): Reachable => {
          const [keys = null] = keysOf(id, changed ?? {});
          const name = words.names[id];
          return {
            key: id,
            name,
            kind: words.groups[commandOf(id).group],
            keys,
            folded: folded(name),
            weight: 10,
            reach: () => void runCommand(id),
          };
        }),
    [changed],
  );
  const entries = useMemo(() => {
    if (!hasMailbox) return [];
    const listed = {
      labels: allLabels ?? [],
      searches: allSearches ?? noSearches,
      grouping: 'threads',
      turned: unfolded,
    } as const;
    return entriesOf(listed)
      .filter(({ query, kind }) => query !== null && (labelsOnly ? kind === 'label' : kind !== 'place'))
      .map(entryNamed);
  }, [hasMailbox, labelsOnly, allLabels, allSearches]);

  return useMemo(
    () => ({
      all: labelsOnly ? entries : [...commands, ...entries, ...(newest ?? none)],
      complete: newest !== null,
    }),
    [labelsOnly, commands, entries, newest],
  );
}
